// External interface: make_html_reader.
#include "document/html/reader.h"

#include <utility>

#include "document/html/encoding.h"
#include "document/html/page.h"
#include "document/html/tokenizer.h"
#include "document/html/tree.h"

namespace catchword {
namespace {

class HtmlReader final : public DocumentReader {
 public:
  explicit HtmlReader(HtmlOptions options) : options_(std::move(options)) {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    HtmlText8 decoded;
    decode_html(file.bytes, decoded);
    const auto notify = [&](Notice::Kind kind, std::string reason) {
      sink.notice(Notice{kind, std::string(file.path), std::move(reason)});
    };
    if (decoded.is_binary) return notify(Notice::Kind::kFailed, "not text");
    if (!decoded.warning.empty()) notify(Notice::Kind::kWarning, decoded.warning);
    HtmlPage page(file.path, options_);
    listen(decoded.text, page);
    const std::string_view reason = page.skip_reason();
    if (!reason.empty()) return notify(Notice::Kind::kSkipped, std::string(reason));
    sink.document(page.take());
  }

 private:
  static void listen(std::string_view html, HtmlPage& page) {
    HtmlTokenizer tokenizer(html);
    HtmlTree tree(tokenizer, page, html);
    HtmlToken token;
    while (tokenizer.next(token, tree.in_foreign())) tree.process(token);
    tree.finish();
  }

  HtmlOptions options_;
};

}  // namespace

std::unique_ptr<DocumentReader> make_html_reader(HtmlOptions options) {
  return std::make_unique<HtmlReader>(std::move(options));
}

}  // namespace catchword
