// The site's pass over canonical links: which pages are copies of others.
#pragma once

#include <vector>

#include "base/result.h"
#include "document/documents.h"
#include "document/reader.h"

namespace catchword {

/// Takes out documents whose `canonical` is another page, with a notice kSkipped "canonical
/// elsewhere" for each, and empties the others'. A site's own address is not known here: where for
/// more than half of all documents the same folders stand in place of the same ("en/stable/" of the
/// url for "html/" of the input), that is where the site is published, and they are themselves. So it is
/// with a part of the site, more than half of a folder's documents and at least three ("fr/stable/" for
/// "html/fr/"), unless most of the pages that they name are among the documents.
/// Sorts their ids, where one has such a `canonical`; else linear. Error: kOutput.
Result<std::vector<Notice>> leave_out_copies(Documents& documents);

}  // namespace catchword
