// Implements the presentation of a matched post.
#include "searcher/passage/passages.h"

#include <algorithm>
#include <span>
#include <utility>

#include "common/base/url.h"
#include "common/index/schema.h"
#include "searcher/passage/highlighter.h"
#include "searcher/passage/snippet.h"
#include "searcher/passage/text_fragment.h"

namespace pressmark {
namespace {

// A further section is shown if it is at least this good, relative to the best.
constexpr double kFurtherSection = 0.4;
// A snippet that begins as its text does stands at the top.
constexpr std::size_t kTopBytes = 24;

class HitBuilder {
 public:
  HitBuilder(MatchedPost const& post, QueryPlan const& plan, std::string_view packed,
             RecordUnpacker& unpacker, PassageOptions const& options)
      : post_(post),
        plan_(plan),
        packed_(packed),
        unpacker_(unpacker),
        options_(options),
        record_(unpacker.fields(packed)),
        highlighter_(plan) {}

  Hit build() {
    Hit hit;
    hit.title = {record_.title, highlighter_.highlights(record_.title, TextKind::prose, kFirstPosition,
                                                        within(post_.outline.title))};
    hit.score = post_.score;
    add_sections(hit);
    hit.id = std::move(record_.id);
    hit.url = std::move(record_.url);
    hit.author = std::move(record_.author);
    hit.site = std::move(record_.site);
    hit.language = std::move(record_.language);
    hit.published = record_.published;
    hit.updated = record_.updated;
    hit.categories = std::move(record_.categories);
    hit.image = std::move(record_.image);
    hit.summary = std::move(record_.summary);
    return hit;
  }

 private:
  [[nodiscard]] std::span<Occurrence const> within(PositionRange range) const {
    auto const before = [](Occurrence const& a, std::uint32_t position) { return a.position < position; };
    auto const begin =
        std::lower_bound(post_.occurrences.begin(), post_.occurrences.end(), range.begin, before);
    auto const end = std::lower_bound(begin, post_.occurrences.end(), range.end, before);
    return {begin, end};
  }

  void add_sections(Hit& hit) {
    if (options_.max_sections == 0) return;
    for (auto const& scored : post_.parts.sections) {
      if (hit.sections.size() == options_.max_sections) break;
      if (!hit.sections.empty() && scored.score < kFurtherSection * post_.parts.best_section) break;
      if (scored.section < record_.sections.size()) hit.sections.push_back(section(scored.section));
    }
    if (hit.sections.empty()) hit.sections.push_back(lead());
  }

  SectionHit section(std::size_t index) {
    auto const& section = record_.sections[index];
    auto const occurrences = within(post_.outline.sections[index].all);
    SectionHit hit;
    hit.anchor = section.anchor;
    hit.url = link_to_anchor(record_.url, section.anchor);
    hit.heading = {section.heading,
                   highlighter_.highlights(section.heading, TextKind::prose, section.first_position,
                                           within(post_.outline.sections[index].heading))};
    auto const text = unpacker_.section_text(packed_, index);
    hit.snippet = make_snippet(section, text, occurrences, plan_, highlighter_, options_.snippet_bytes);
    if (section.anchor.empty())
      hit.url = link_to_words(record_.url, words_to_land_on(index, hit.snippet, text));
    return hit;
  }

  // Empty where the snippet is what a reader sees first anyway.
  std::string words_to_land_on(std::size_t index, HighlightedText const& snippet, std::string const& text) {
    bool const is_at_top = index == 0 && text.starts_with(snippet.text.substr(0, kTopBytes));
    if (is_at_top || record_.url.empty()) return {};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < record_.sections.size(); ++i) {
      texts.push_back(i == index ? text : unpacker_.section_text(packed_, i));
    }
    return distinctive_words(snippet, text, texts);
  }

  // The summary, or the first section that has text.
  SectionHit lead() {
    SectionHit hit;
    hit.url = record_.url;
    if (!record_.summary.empty()) {
      hit.snippet = make_lead(record_.summary, record_.summary_position, within(post_.outline.summary),
                              highlighter_, options_.snippet_bytes);
      return hit;
    }
    for (std::size_t i = 0; i < record_.sections.size() && hit.snippet.text.empty(); ++i) {
      hit.snippet = make_snippet(record_.sections[i], unpacker_.section_text(packed_, i), {}, plan_,
                                 highlighter_, options_.snippet_bytes);
    }
    return hit;
  }

  MatchedPost const& post_;
  QueryPlan const& plan_;
  std::string_view packed_;
  RecordUnpacker& unpacker_;
  PassageOptions const& options_;
  Record record_;
  Highlighter highlighter_;
};

}  // namespace

Hit make_hit(MatchedPost const& post, QueryPlan const& plan, std::string_view packed,
             RecordUnpacker& unpacker, PassageOptions const& options) {
  return HitBuilder(post, plan, packed, unpacker, options).build();
}

}  // namespace pressmark
