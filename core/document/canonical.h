// The site's pass over canonical links: which pages are copies of others.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/reader.h"

namespace catchword {

/// Takes out documents whose `canonical` is another page, with a notice kSkipped "canonical
/// elsewhere" for each, and empties the others'. A site's own address is not known here: where for
/// more than half of all documents the same folders stand in place of the same ("en/stable/" of the
/// url for "html/" of the input), that is where the site is published, and they are themselves.
/// Linear in the documents.
std::vector<Notice> leave_out_copies(std::vector<Document>& documents);

}  // namespace catchword
