// Checks, counts and identities of posts.
#include "indexer/item/admission.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

#include "common/strings/ascii.h"
#include "common/strings/text_list.h"
#include "common/url/url.h"

namespace pressmark {
namespace {

// A summary of this size or with such an element is the post itself, no summary of one.
constexpr std::size_t kLongestSummary = 600;  // bytes
constexpr std::array<std::string_view, 14> kBlocks = {
    "<p",  "<div", "<h1",    "<h2",         "<h3",     "<h4",      "<ul",
    "<ol", "<pre", "<table", "<blockquote", "<figure", "<section", "<article"};

bool is_summary(std::string_view html) {
  if (html.size() > kLongestSummary) return false;
  auto const markup = lower(html);
  return std::none_of(kBlocks.begin(), kBlocks.end(),
                      [&](std::string_view block) { return markup.find(block) != std::string::npos; });
}

// A lone summary is shown as the content, and may be all of it.
void settle_content(Post& post) {
  if (!trim(post.html).empty()) return;
  post.html = post.summary;
  if (!is_summary(post.summary)) post.summary.clear();
}

}  // namespace

Admission::Admission(ParseOptions const& options, TakePost const& take, FeedReport& report)
    : options_(options), take_(take), report_(report) {}

void Admission::begin_second_pass() {
  gives_ = true;
  items_ = 0;
}

void Admission::admit(FeedItem&& item, Place place) {
  if (is_beyond_limit(place)) return;
  Post& post = item.post;
  if (!item.kept_back.empty()) {
    if (gives_) ++kept_back_[item.kept_back];
    return;
  }
  settle_content(post);
  if (!is_usable(post, place)) return;
  if (post.published && *post.published > options_.now) {
    if (!gives_) return;
    ++waiting_;
    next_ = std::min(next_.value_or(*post.published), *post.published);
    return;
  }
  if (post.guid.empty()) post.guid = default_guid(post);
  if (!gives_) return identities_.survey(post);
  if (auto const earlier = identities_.settle(post, place)) return refuse(repeats(*earlier), place);
  for (auto& flaw : item.flaws) note(std::move(flaw), place);
  ++report_.posts;
  take_(std::move(post));
}

void Admission::refuse(std::string const& why, Place place) {
  if (!gives_) return;
  ++report_.skipped;
  note(why, place);
}

void Admission::finish() {
  join_repeated();
  for (auto& problem : identities_.shared_guids(options_.source)) report_.note(std::move(problem));
  note_kept_back();
  if (waiting_ > 0) {
    report_.skipped += waiting_;
    report_.has_waiting = true;
    auto const when = format_rfc3339(next_.value());
    report_.note({waiting_ == 1 ? "an item waits until " + when
                                : std::to_string(waiting_) + " items wait, the first until " + when,
                  options_.source});
  }
  auto const limit = options_.limits.max_posts;
  if (items_ <= limit) return;
  report_.skipped += items_ - limit;
  note("the last " + std::to_string(items_ - limit) + " items are beyond the limit of " +
           std::to_string(limit) + " for one source",
       first_beyond_);
}

void Admission::note_kept_back() {
  for (auto const& [reason, count] : kept_back_) {
    report_.skipped += count;
    auto const subject = count == 1 ? std::string("an item is ") : std::to_string(count) + " items are each ";
    report_.note({subject + reason + " and left out", options_.source});
  }
}

bool Admission::is_beyond_limit(Place place) {
  if (++items_ <= options_.limits.max_posts) return false;
  if (items_ == options_.limits.max_posts + 1) first_beyond_ = place;
  return true;
}

bool Admission::is_usable(Post const& post, Place place) {
  if (post.title.empty() && post.url.empty() && post.html.empty()) {
    refuse("the item has no title, no link and no content", place);
    return false;
  }
  auto const largest = std::max(post.html.size(), post.summary.size());
  if (largest <= options_.limits.item_html_bytes) return true;
  refuse("the item's content of " + std::to_string(largest) + " bytes is beyond the limit of " +
             std::to_string(options_.limits.item_html_bytes),
         place);
  return false;
}

void Admission::note(std::string what, Place place) {
  if (!gives_) return;
  if (place.file == nullptr) {
    return report_.note({std::move(what), options_.source + ":" + std::to_string(place.line)});
  }
  auto const known = std::ranges::find(report_.problems, what, &Problem::what);
  if (known == report_.problems.end()) return report_.note({std::move(what), *place.file});
  ++repeated_[static_cast<std::size_t>(known - report_.problems.begin())];
}

// One problem for all files that have the same, so that a thousand drafts are one line.
void Admission::join_repeated() {
  for (auto const& [index, count] : repeated_) {
    report_.problems[index].what += " (and " + counted(count, "more file") + ")";
  }
}

std::string Admission::repeats(Place earlier) {
  return "the item repeats that of " +
         (earlier.file != nullptr ? *earlier.file : "line " + std::to_string(earlier.line));
}

std::string site_of(ParseOptions const& options, std::vector<std::string> const& urls) {
  if (!options.site.empty()) return options.site;
  for (auto const& url : urls) {
    if (is_web_url(url)) return url_host(url);
  }
  if (is_web_url(options.source)) return url_host(options.source);
  return std::filesystem::path(options.source).stem().string();
}

}  // namespace pressmark
