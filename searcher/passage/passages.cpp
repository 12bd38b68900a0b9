// Takes the best sections that are not mere boilerplate, and the lead where there are none.
#include "searcher/passage/passages.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/url/url.h"
#include "searcher/passage/highlighter.h"
#include "searcher/passage/snippet.h"
#include "searcher/passage/text_fragment.h"

namespace pressmark {
namespace {

// A further section is shown if it is at least this good, relative to the best.
constexpr double kFurtherSection = 0.4;

// A query asks for what is repeated where that has far more of it: at less than this share of it,
// a window elsewhere does not tell why the post was found.
constexpr double kAskedElsewhere = 0.3;

Boilerplate const kNothingRepeated;

class HitBuilder {
 public:
  HitBuilder(MatchedPost const& post, QueryPlan const& plan, Boilerplate const& boilerplate,
             std::string_view packed, RecordUnpacker& unpacker, PassageOptions const& options)
      : post_(post),
        plan_(plan),
        packed_(packed),
        unpacker_(unpacker),
        options_(options),
        record_(unpacker.fields(packed)),
        highlighter_(plan),
        snippets_(plan, highlighter_, {boilerplate, record_.site}, options.snippets),
        all_snippets_(plan, highlighter_, {kNothingRepeated, record_.site}, options.snippets) {}

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
      if (scored.section < record_.sections.size()) add_section(scored.section, hit);
    }
    if (!hit.sections.empty()) return;
    hit.sections.push_back(repeated_section_ && !asks_elsewhere() ? repeated_hit(*repeated_section_)
                                                                  : lead());
  }

  // Adds the section unless the words it has for the query are repeated ones.
  void add_section(std::size_t index, Hit& hit) {
    auto const& section = record_.sections[index];
    auto const text = unpacker_.section_text(packed_, index);
    auto snippet = snippets_.snippet(section, text, within(post_.outline.sections[index].all));
    if (snippet.passed_over && (!repeated_section_ || snippet.repeated_score > repeated_score_)) {
      repeated_score_ = snippet.repeated_score;
      repeated_section_ = index;
    }
    bool const in_heading = !within(post_.outline.sections[index].heading).empty();
    if (repeated_section_ && !in_heading && snippet.score <= kAskedElsewhere * repeated_score_) return;
    hit.sections.push_back(section_hit(index, text, std::move(snippet)));
  }

  // Whether title, tags or summary have enough of the query.
  [[nodiscard]] bool asks_elsewhere() const {
    std::vector<bool> seen(plan_.units.size());
    double weight = 0;
    for (auto const& range : {post_.outline.title, post_.outline.tags, post_.outline.summary}) {
      for (auto const& one : within(range)) {
        if (!seen[one.unit]) weight += plan_.units[one.unit].weight;
        seen[one.unit] = true;
      }
    }
    return weight > 0 && weight >= kAskedElsewhere * repeated_score_;
  }

  // The section with its snippet, which was cut from `text`.
  SectionHit section_hit(std::size_t index, std::string const& text, Snippet snippet) {
    auto const& section = record_.sections[index];
    SectionHit hit;
    hit.anchor = section.anchor;
    hit.heading = {section.heading,
                   highlighter_.highlights(section.heading, TextKind::prose, section.first_position,
                                           within(post_.outline.sections[index].heading))};
    if (!record_.url.empty()) {
      hit.url = section.anchor.empty() ? link_to_words(record_.url, words_to_land_on(index, snippet, text))
                                       : link_to_anchor(record_.url, section.anchor);
    }
    hit.snippet = std::move(snippet.text);
    return hit;
  }

  // Empty where the snippet is what a reader sees first anyway.
  std::string words_to_land_on(std::size_t index, Snippet const& snippet, std::string const& text) {
    bool const is_at_top = index == 0 && snippet.begin == 0;
    if (is_at_top || snippet.match == Snippet::kNowhere) return {};
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < record_.sections.size(); ++i) {
      texts.push_back(i == index ? text : unpacker_.section_text(packed_, i));
    }
    return distinctive_words(snippet.match, text, texts);
  }

  // The section as it is.
  SectionHit repeated_hit(std::size_t index) {
    auto const text = unpacker_.section_text(packed_, index);
    auto snippet =
        all_snippets_.snippet(record_.sections[index], text, within(post_.outline.sections[index].all));
    return section_hit(index, text, std::move(snippet));
  }

  // The summary, or the first section that has text: without what is repeated if that leaves any.
  SectionHit lead() {
    SectionHit hit;
    hit.url = record_.url;
    hit.snippet = lead_by(snippets_);
    if (hit.snippet.text.empty()) hit.snippet = lead_by(all_snippets_);
    return hit;
  }

  HighlightedText lead_by(SnippetMaker& snippets) {
    auto lead = snippets.lead(record_.summary, record_.summary_position, within(post_.outline.summary));
    for (std::size_t i = 0; i < record_.sections.size() && lead.text.empty(); ++i) {
      lead = snippets.snippet(record_.sections[i], unpacker_.section_text(packed_, i), {}).text;
    }
    return lead;
  }

  MatchedPost const& post_;
  QueryPlan const& plan_;
  std::string_view packed_;
  RecordUnpacker& unpacker_;
  PassageOptions const& options_;
  Record record_;
  Highlighter highlighter_;
  SnippetMaker snippets_;
  SnippetMaker all_snippets_;                    // leave out nothing
  std::optional<std::size_t> repeated_section_;  // the best of those whose window was passed over
  double repeated_score_ = 0;                    // Snippet::repeated_score
};

}  // namespace

Hit make_hit(MatchedPost const& post, QueryPlan const& plan, Boilerplate const& boilerplate,
             std::string_view packed, RecordUnpacker& unpacker, PassageOptions const& options) {
  return HitBuilder(post, plan, boilerplate, packed, unpacker, options).build();
}

}  // namespace pressmark
