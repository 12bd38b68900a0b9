// The index finds posts, and their records give the texts to complete with.
#include "searcher/suggest/suggest.h"

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/url/url.h"
#include "searcher/query/timed_documents.h"
#include "searcher/suggest/typed_words.h"

namespace pressmark {
namespace {

// Posts whose records are read for titles and for headings; newer ones first.
constexpr Xapian::doccount kPostsRead = 40;
// The most words that a beginning is completed to.
constexpr Xapian::termcount kMaxExpansion = 200;

class Suggester {
 public:
  Suggester(Xapian::Database const& database, NameTable const& names, RecordUnpacker& unpacker,
            std::string_view typed, SuggestOptions const& options)
      : database_(database), names_(names), unpacker_(unpacker), typed_(typed), options_(options) {}

  std::vector<Suggestion> run() {
    if (typed_.empty()) return {};
    std::vector<Suggestion> found;
    append(found, titles(), options_.max_titles);
    append(found, headings(), options_.max_headings);
    append(found, categories(), options_.max_categories);
    return found;
  }

 private:
  struct Ranked {
    bool at_start;
    Suggestion suggestion;
  };

  // Those that begin with what was typed first, else in the order found; each text once.
  void append(std::vector<Suggestion>& to, std::vector<Ranked> found, std::size_t limit) {
    std::stable_partition(found.begin(), found.end(), [](Ranked const& ranked) { return ranked.at_start; });
    std::size_t taken = 0;
    for (auto& ranked : found) {
      if (taken == limit) return;
      auto const key = title_key(ranked.suggestion.text.text);
      if (!shown_.emplace(ranked.suggestion.kind, key).second) continue;
      // A heading that only repeats a title says nothing new.
      if (ranked.suggestion.kind == SuggestionKind::heading && shown_.contains({SuggestionKind::title, key}))
        continue;
      to.push_back(std::move(ranked.suggestion));
      ++taken;
    }
  }

  [[nodiscard]] Xapian::MSet posts_with(Field field) const {
    std::vector<Xapian::Query> words;
    auto const& typed = typed_.words();
    for (std::size_t i = 0; i + 1 < typed.size(); ++i) words.emplace_back(word_term(field, typed[i]));
    words.emplace_back(Xapian::Query::OP_WILDCARD, word_term(field, typed.back()), kMaxExpansion,
                       Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT, Xapian::Query::OP_OR);
    TimeLimit no_limit;
    TimedDocuments documents(no_limit);
    Xapian::Enquire enquire(database_);
    enquire.set_query(documents.timed(Xapian::Query(Xapian::Query::OP_AND, words.begin(), words.end())));
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_sort_by_value(slot::kPublished, true);
    return enquire.get_mset(0, kPostsRead);
  }

  std::vector<Ranked> titles() {
    std::vector<Ranked> found;
    auto const posts = posts_with(Field::title);
    for (auto it = posts.begin(); it != posts.end(); ++it) {
      auto const record = unpacker_.fields(it.get_document().get_data());
      add(found, SuggestionKind::title, record.title, record.url, {});
    }
    return found;
  }

  std::vector<Ranked> headings() {
    std::vector<Ranked> found;
    auto const posts = posts_with(Field::heading);
    for (auto it = posts.begin(); it != posts.end(); ++it) {
      auto const record = unpacker_.fields(it.get_document().get_data());
      for (auto const& section : record.sections) {
        add(found, SuggestionKind::heading, section.heading, link_to_anchor(record.url, section.anchor),
            record.title);
      }
    }
    return found;
  }

  std::vector<Ranked> categories() {
    std::vector<Ranked> found;
    for (auto const& [key, name] : names_.names(Dimension::category)) {
      auto const known = found.size();
      add(found, SuggestionKind::category, name.spelling, {}, {});
      if (found.size() > known) found.back().suggestion.posts = name.posts;
    }
    std::stable_sort(found.begin(), found.end(), [](Ranked const& a, Ranked const& b) {
      return a.suggestion.posts > b.suggestion.posts;
    });
    return found;
  }

  void add(std::vector<Ranked>& to, SuggestionKind kind, std::string const& text, std::string url,
           std::string context) {
    auto match = typed_.match(text);
    if (!match) return;
    Suggestion suggestion{.kind = kind,
                          .text = {text, std::move(match->highlights)},
                          .url = std::move(url),
                          .context = std::move(context),
                          .posts = 0};
    to.push_back({match->at_start, std::move(suggestion)});
  }

  Xapian::Database const& database_;
  NameTable const& names_;
  RecordUnpacker& unpacker_;
  TypedWords typed_;
  SuggestOptions const& options_;
  std::set<std::pair<SuggestionKind, std::string>> shown_;
};

}  // namespace

Suggestions suggest(Xapian::Database const& database, NameTable const& names, RecordUnpacker& unpacker,
                    std::string_view typed, SuggestOptions const& options) {
  Suggestions suggestions;
  suggestions.query = typed;
  suggestions.items = Suggester(database, names, unpacker, typed, options).run();
  return suggestions;
}

}  // namespace pressmark
