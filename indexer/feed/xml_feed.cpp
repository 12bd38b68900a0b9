// The first pass keeps the head of the feed; those after it hold one item at a time.
#include "indexer/feed/xml_feed.h"

#include <utility>

#include "common/base/error.h"
#include "indexer/xml/xml_repair.h"

namespace pressmark {
namespace {

// What the feed says of all its items, in an item that does not say it itself.
void fill_in(Post& post, Channel const& channel, std::string const& site) {
  post.site = site;
  if (post.author.empty()) post.author = channel.author;
  if (post.language.empty()) post.language = channel.language;
}

Result<XmlDocument> parse_head(std::string const& skeleton) {
  auto document = XmlDocument::parse(skeleton);
  return document ? std::move(document) : XmlDocument::parse(repaired_xml(skeleton));
}

}  // namespace

// What is repaired is the item alone: the elements around it must not take part in that.
Result<XmlDocument> parse_item(XmlItem const& item) {
  auto document = XmlDocument::parse(item.before + item.text + item.after);
  if (document) return document;
  return XmlDocument::parse(item.before + repaired_xml(item.text) + item.after);
}

XmlFeed::XmlFeed(ByteStream& text, XmlShape shape, ParseOptions const& options)
    : text_(text), shape_(shape), options_(options) {
  read_head();
}

void XmlFeed::read_head() {
  auto limits = options_.limits;
  limits.item_bytes = 0;  // items are passed over
  text_.rewind();
  XmlSplitter splitter(text_, shape_, limits, options_.source);
  while (auto const item = splitter.next()) {
    ++items_;
    cut_item_ = item->state == ItemState::cut_off ? std::optional(item->line) : std::nullopt;
  }
  cut_off_at_ = splitter.cut_off_at();
  root_ = splitter.root();
  if (cut_off_at_ && items_ == (cut_item_ ? 1U : 0U)) {
    throw Error(ErrorCode::bad_source,
                options_.source + " ends before it is complete: <" + root_ + "> is still open at line " +
                    std::to_string(*cut_off_at_),
                "fetch it again; the transfer may have been cut off");
  }
  auto head = parse_head(splitter.skeleton());
  if (!head) {
    throw Error(ErrorCode::bad_source, options_.source + " is not well-formed XML: " + head.error().what,
                "xmllint --noout shows the place; the publisher of the feed has to repair it");
  }
  head_.emplace(std::move(*head));
}

FeedReport XmlFeed::read(Channel const& channel, ReadItem const& read_item, TakePost const& take) {
  FeedReport report;
  report.links = channel.links;
  report.is_cut_off = cut_off_at_.has_value();
  report.links.is_complete = channel.links.is_complete && !report.is_cut_off;
  Admission admission(options_, take, report);
  read_items(channel, read_item, admission);
  admission.begin_second_pass();
  read_items(channel, read_item, admission);
  admission.finish();
  if (cut_off_at_ && !cut_item_) {
    report.note({"the source ends before <" + root_ + "> is closed",
                 options_.source + ":" + std::to_string(*cut_off_at_)});
  }
  return report;
}

void XmlFeed::read_items(Channel const& channel, ReadItem const& read_item, Admission& admission) {
  auto const site = site_of(options_, {channel.url, channel.self});
  text_.rewind();
  XmlSplitter splitter(text_, shape_, options_.limits, options_.source);
  while (auto const item = splitter.next()) {
    if (item->state == ItemState::cut_off) {
      admission.refuse("the source ends in the middle of this item", {.line = item->line});
      continue;
    }
    if (item->state == ItemState::too_large) {
      admission.refuse(
          "the item is beyond the limit of " + std::to_string(options_.limits.item_bytes) + " bytes",
          {.line = item->line});
      continue;
    }
    auto const document = parse_item(*item);
    auto const element = document ? document->root().innermost(item->depth) : std::nullopt;
    if (!element) {
      admission.refuse("the item is not well-formed" + (document ? "" : ": " + document.error().what),
                       {.line = item->line});
    } else if (auto read = read_item(*element)) {
      fill_in(read->post, channel, site);
      admission.admit(std::move(*read), {.line = item->line});
    }
  }
}

}  // namespace pressmark
