// Following the elements around items, and the text of items as it stands.
#include "indexer/xml/xml_splitter.h"

#include <algorithm>
#include <utility>

#include "common/base/error.h"
#include "common/strings/ascii.h"
#include "common/strings/utf8.h"
#include "indexer/xml/xml_repair.h"

namespace pressmark {
namespace {

constexpr std::size_t kSkeletonBytes = std::size_t{4} << 20;
constexpr std::size_t kFrame = 2;    // elements that hold items: the root, and the channel in it
constexpr std::size_t kDepth = 256;  // of elements around items, and of those in one that are followed

bool is_markup(XmlToken const& token) {
  return token.kind != XmlTokenKind::comment && token.kind != XmlTokenKind::instruction &&
         token.kind != XmlTokenKind::declaration;
}

}  // namespace

XmlSplitter::XmlSplitter(ByteStream& text, XmlShape shape, InputLimits const& limits, std::string name)
    : scanner_(text), shape_(shape), item_bytes_(limits.item_bytes), source_(std::move(name)) {}

std::optional<XmlItem> XmlSplitter::next() {
  if (pending_) return read_item(*std::exchange(pending_, std::nullopt));
  while (!at_end_) {
    auto const token = scanner_.next();
    if (!token) {
      at_end_ = true;
      if (in_root_) cut_off_at_ = scanner_.line();
    } else if (in_root_ && is_item(*token)) {
      return read_item({std::string(token->name), std::string(token->raw), token->is_empty, token->line});
    } else {
      take_outside(*token);
    }
  }
  return std::nullopt;
}

bool XmlSplitter::is_root(XmlToken const& token) const {
  return token.kind == XmlTokenKind::start_tag &&
         std::any_of(shape_.roots.begin(), shape_.roots.end(), [&](std::string_view root) {
           return equal_ignoring_case(local_name(token.name), root);
         });
}

bool XmlSplitter::is_item(XmlToken const& token) const {
  return token.kind == XmlTokenKind::start_tag && equal_ignoring_case(local_name(token.name), shape_.item);
}

void XmlSplitter::take_outside(XmlToken const& token) {
  if (!in_root_) {
    in_root_ = is_root(token);
    if (!in_root_) return;
    root_ = token.name;
  }
  if (is_markup(token)) append_to_skeleton(token.raw);
  if (token.kind == XmlTokenKind::start_tag && !token.is_empty) open(token);
  if (token.kind == XmlTokenKind::end_tag) close(token.name);
  at_end_ = ancestors_.empty();
  if (at_end_) in_root_ = false;
}

void XmlSplitter::open(XmlToken const& token) {
  if (ancestors_.size() == kDepth) {
    throw Error(
        ErrorCode::bad_source,
        source_ + " cannot be read: elements are nested too deeply at line " + std::to_string(token.line),
        "the limit is " + std::to_string(kDepth) + " elements in each other");
  }
  ancestors_.push_back({.name = std::string(token.name), .tag = repaired_tag(token.raw), .line = token.line});
}

// An end tag closes what is still open within its element; one without a start is passed over.
void XmlSplitter::close(std::string_view name) {
  auto const found = std::find_if(ancestors_.rbegin(), ancestors_.rend(),
                                  [&](StartTag const& ancestor) { return ancestor.name == name; });
  if (found != ancestors_.rend()) ancestors_.erase(std::prev(found.base()), ancestors_.end());
}

// What does not fit ends it, perhaps in the middle of a character.
void XmlSplitter::append_to_skeleton(std::string_view raw) {
  if (skeleton_is_full_) return;
  skeleton_is_full_ = skeleton_.size() + raw.size() > kSkeletonBytes;
  if (skeleton_is_full_) {
    skeleton_ = valid_utf8(skeleton_);
  } else {
    skeleton_ += raw;
  }
}

XmlItem XmlSplitter::read_item(StartTag const& start) {
  XmlItem item;
  item.line = start.line;
  append(item, start.tag);
  if (!start.tag.ends_with('>')) append(item, ">");  // another tag begins in it
  std::vector<std::string> inner;                    // the item, and what is open in it
  if (!start.is_empty) inner.push_back(start.name);
  while (!inner.empty()) {
    auto const token = scanner_.next();
    if (!token) {
      item.state = ItemState::cut_off;
      at_end_ = true;
      cut_off_at_ = scanner_.line();
      break;
    }
    if (inner.size() == 1 && is_item(*token)) {
      if (item.state == ItemState::whole) item.state = ItemState::unclosed;
      pending_ = StartTag{std::string(token->name), std::string(token->raw), token->is_empty, token->line};
      break;
    }
    if (ends_around(*token, inner)) {
      if (item.state == ItemState::whole) item.state = ItemState::unclosed;
      wrap(item);
      take_outside(*token);
      return item;
    }
    if (is_markup(*token)) append(item, token->raw);
    follow(*token, inner);
  }
  wrap(item);
  return item;
}

// Whether the feed or its channel ends while the item is still open. Elements that someone forgot to
// close before the item are not asked: their end tags may be strays.
bool XmlSplitter::ends_around(XmlToken const& token, std::vector<std::string> const& inner) const {
  if (token.kind != XmlTokenKind::end_tag) return false;
  if (std::find(inner.begin(), inner.end(), token.name) != inner.end()) return false;
  auto const frame = ancestors_.begin() + static_cast<std::ptrdiff_t>(std::min(ancestors_.size(), kFrame));
  return std::any_of(ancestors_.begin(), frame,
                     [&](StartTag const& ancestor) { return ancestor.name == token.name; });
}

// Keeps `inner` in step with the elements of an item.
void XmlSplitter::follow(XmlToken const& token, std::vector<std::string>& inner) {
  if (token.kind == XmlTokenKind::start_tag && !token.is_empty && inner.size() < kDepth) {
    inner.emplace_back(token.name);
  }
  if (token.kind != XmlTokenKind::end_tag) return;
  auto const found = std::find(inner.rbegin(), inner.rend(), token.name);
  if (found != inner.rend()) inner.erase(std::prev(found.base()), inner.end());
}

void XmlSplitter::append(XmlItem& item, std::string_view raw) const {
  if (item.state == ItemState::too_large) return;
  if (item.text.size() + raw.size() <= item_bytes_) {
    item.text += raw;
    return;
  }
  item.state = ItemState::too_large;
  item.text = std::string();
}

void XmlSplitter::wrap(XmlItem& item) const {
  item.depth = ancestors_.size();
  for (auto const& ancestor : ancestors_) {
    item.before += ancestor.tag;
    item.after.insert(0, "</" + ancestor.name + ">");
  }
}

}  // namespace pressmark
