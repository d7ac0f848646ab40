// GMime undoes what mail does to text (RFC 2045 to 2047: encoded words, quoted-printable, base64, character
// sets); what is left is a plain text with header lines, which the reader of such texts understands.
#include "document/mail/reader.h"

#include "document/text_strings.h"
#include "document/unsupported_reader.h"

#ifdef CATCHWORD_HAVE_GMIME
#include <gmime/gmime.h>

#include <array>
#include <mutex>
#include <optional>
#include <utility>

#include "document/text/blocks.h"
#include "document/text/header_lines.h"
#include "document/text/lines.h"
#include "document/utf8.h"
#endif

namespace catchword {

#ifdef CATCHWORD_HAVE_GMIME

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
struct Free {
  void operator()(char* text) const { g_free(text); }
};

template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

/// What a reader of mail sees above the text; the rest is for machines.
constexpr std::array<const char*, 5> kShownFields = {"Subject", "From", "To", "Cc", "Date"};

struct Mail {
  std::string head;  ///< header lines, decoded
  std::string body;
  bool is_html = false;
};

/// The part of `text`, which may be null, that is UTF-8.
std::string checked(const char* text) {
  const std::string_view bytes = text == nullptr ? "" : text;
  return std::string(bytes.substr(0, utf8_valid_prefix(bytes)));
}

Owned<GMimeMessage> parse(std::string_view bytes) {
  static std::once_flag initialized;
  std::call_once(initialized, [] { g_mime_init(); });
  const Owned<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  if (bytes.starts_with("From ")) g_mime_parser_set_format(parser.get(), GMIME_FORMAT_MBOX);
  return Owned<GMimeMessage>(g_mime_parser_construct_message(parser.get(), nullptr));
}

std::string head_of(GMimeMessage* message) {
  std::string head;
  for (const char* field : kShownFields) {
    const char* encoded = g_mime_object_get_header(GMIME_OBJECT(message), field);
    if (encoded == nullptr) continue;
    const std::unique_ptr<char, Free> value(g_mime_utils_header_decode_text(nullptr, encoded));
    head.append(field).append(": ").append(collapse_white_space(checked(value.get()))).append("\n");
  }
  return head;
}

/// The first texts of a message in either form; the message's own.
struct Bodies {
  GMimeTextPart* plain = nullptr;
  GMimeTextPart* html = nullptr;
};

bool is_attachment(GMimeObject* part) {
  const char* disposition = g_mime_object_get_disposition(part);
  return disposition != nullptr && ascii_lower(disposition) == "attachment";
}

void find_body(GMimeObject*, GMimeObject* part, void* found) {
  if (!GMIME_IS_TEXT_PART(part) || is_attachment(part)) return;
  Bodies& bodies = *static_cast<Bodies*>(found);
  const bool is_html = g_mime_content_type_is_type(g_mime_object_get_content_type(part), "text", "html") != 0;
  GMimeTextPart*& body = is_html ? bodies.html : bodies.plain;
  if (body == nullptr) body = GMIME_TEXT_PART(part);
}

std::optional<Mail> decode(std::string_view bytes) {
  const Owned<GMimeMessage> message = parse(bytes);
  if (!message) return std::nullopt;
  Mail mail{head_of(message.get()), "", false};
  Bodies bodies;
  g_mime_message_foreach(message.get(), find_body, &bodies);
  mail.is_html = bodies.plain == nullptr && bodies.html != nullptr;
  GMimeTextPart* body = mail.is_html ? bodies.html : bodies.plain;
  if (body == nullptr) return mail;
  const std::unique_ptr<char, Free> text(g_mime_text_part_get_text(body));
  mail.body = checked(text.get());
  return mail;
}

/// Puts what the header lines say in the place of what the page says of itself.
void set_head(const std::string& head, Document& document) {
  const std::vector<TextBlock> blocks = make_text_blocks(split_text_lines(head));
  if (blocks.empty()) return;
  std::optional<HeaderLines> header = parse_header_lines(blocks.front());
  if (!header) return;
  if (!header->title.empty()) document.title = std::move(header->title);
  document.metadata = std::move(header->metadata);
}

class MailReader final : public DocumentReader {
 public:
  MailReader(std::unique_ptr<DocumentReader> text, std::unique_ptr<DocumentReader> html)
      : text_(std::move(text)), html_(std::move(html)) {}

  void read(const SourceFile& file, const ReadSink& sink) const override {
    const std::optional<Mail> mail = decode(file.bytes);
    if (!mail) {
      sink.notice({Notice::Kind::kFailed, std::string(file.path), "no message that can be read"});
    } else if (mail->is_html) {
      read_html(file.path, *mail, sink);
    } else {
      text_->read({file.path, mail->head + "\n" + mail->body}, sink);
    }
  }

 private:
  void read_html(std::string_view path, const Mail& mail, const ReadSink& sink) const {
    html_->read({path, mail.body}, {[&](Document document) {
                                      set_head(mail.head, document);
                                      sink.document(std::move(document));
                                    },
                                    sink.notice});
  }

  std::unique_ptr<DocumentReader> text_;
  std::unique_ptr<DocumentReader> html_;
};

}  // namespace

std::unique_ptr<DocumentReader> make_mail_reader(std::unique_ptr<DocumentReader> text,
                                                 std::unique_ptr<DocumentReader> html) {
  return std::make_unique<MailReader>(std::move(text), std::move(html));
}

#else

std::unique_ptr<DocumentReader> make_mail_reader(std::unique_ptr<DocumentReader>,
                                                 std::unique_ptr<DocumentReader>) {
  return std::make_unique<UnsupportedReader>("mail", "GMime");
}

#endif

}  // namespace catchword
