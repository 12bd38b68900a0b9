// Kinds and states of Blogger's entries, as its exports of either age say them.
#include "indexer/feed/blogger.h"

#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/feed/feed_elements.h"

namespace pressmark {
namespace {

constexpr ElementName kType[] = {{Namespace::blogger, "type"}};
constexpr ElementName kStatus[] = {{Namespace::blogger, "status"}};
constexpr ElementName kDraft[] = {{Namespace::app, "draft"}};

// A draft says so in <app:control> (RFC 5023 §13.1.1), or by its status.
bool is_draft(XmlElement const& entry, std::string const& status) {
  for (auto const& control : entry.children(Namespace::app, "control")) {
    if (first_text(control, kDraft) == "yes") return true;
  }
  return status == "DRAFT";
}

}  // namespace

BloggerEntry read_blogger_entry(XmlElement const& entry) {
  BloggerEntry result;
  for (auto const& category : entry.children(Namespace::atom, "category")) {
    auto const term = category.attribute("term");
    bool const is_bloggers = term.starts_with("http://schemas.google.com/blogger/");
    if (is_kind(category) && is_bloggers) result.is_post = term.ends_with("#post");
  }
  auto const type = first_text(entry, kType);
  auto const status = first_text(entry, kStatus);
  if (!type.empty()) result.is_post = type == "POST";
  if (status == "SOFT_TRASHED") result.is_post = false;
  if (is_draft(entry, status)) result.kept_back = "a draft";
  return result;
}

bool is_kind(XmlElement const& category) {
  return category.attribute("scheme") == "http://schemas.google.com/g/2005#kind";
}

}  // namespace pressmark
