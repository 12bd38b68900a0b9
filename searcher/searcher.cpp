// Reads the request, matches the query, and has the posts of the page shown.
#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/index/boilerplate.h"
#include "common/index/index_reader.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/strings/utf8.h"
#include "searcher/explain/explain.h"
#include "searcher/explain/find_post.h"
#include "searcher/match/matcher.h"
#include "searcher/match/name_table.h"
#include "searcher/match/search_context.h"
#include "searcher/match/weight_table.h"
#include "searcher/passage/passages.h"
#include "searcher/query/query_parser.h"
#include "searcher/request_reader.h"
#include "searcher/suggest/suggest.h"

namespace pressmark {
namespace {

MatchOrder match_order(SortOrder order) {
  switch (order) {
    case SortOrder::newest:
      return MatchOrder::newest;
    case SortOrder::oldest:
      return MatchOrder::oldest;
    case SortOrder::relevance:
      break;
  }
  return MatchOrder::relevance;
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

struct Searcher::State {
  State(IndexReader from, RankingWeights const& ranking)
      : reader(std::move(from)), weights(ranking), configuration(weights_hash(ranking)) {}

  SearchResults search(SearchRequest const& request, Timestamp now, Xapian::Database const& database,
                       IndexInfo const& info) {
    TimeLimit time(request.deadline);
    auto [query, exact_title, is_searchable] = understand(request, now, database, info, time);
    if (!is_searchable) return nothing(request, std::move(query), info);
    auto const matched = match({.database = database,
                                .weights = weights,
                                .planner = planner_for(info),
                                .query = query,
                                .exact_title = exact_title,
                                .window = {match_order(request.sort), request.offset, request.limit},
                                .facet_names = request.facets ? &name_table(database, info) : nullptr,
                                .time = time});

    SearchResults results;
    results.query = request.query;
    results.offset = request.offset;
    results.limit = request.limit;
    auto const& answer = matched.answer;
    results.total = answer.total;
    if (answer.all_words_total < answer.total) results.all_words_total = answer.all_words_total;
    results.relaxation = matched.relaxation;
    results.missing_words = matched.missing_words;
    if (!matched.offer.empty()) results.did_you_mean = matched.offer;
    results.facets = matched.facets;
    results.corrected_query = corrected(request.query, matched.corrections);
    results.warnings = std::move(query.warnings);
    results.version = version(info);
    auto const matched_at = std::chrono::steady_clock::now();
    results.hits = hits(answer, {request.max_sections, {request.snippet_bytes, request.fragments}}, database,
                        boilerplate_of(database, info), time);
    results.passages_ms = milliseconds_since(matched_at);
    results.partial = time.was_over();
    results.exact_total = answer.exact_total && !results.partial;
    return results;
  }

  // The posts of the answer; without sections where time is over.
  std::vector<Hit> hits(ReadingAnswer const& answer, PassageOptions passages,
                        Xapian::Database const& database, Boilerplate const& known, TimeLimit& time) {
    std::vector<Hit> hits;
    for (auto const& post : answer.posts) {
      if (time.is_over()) passages.max_sections = 0;
      auto const packed = database.get_document(post.document).get_data();
      hits.push_back(make_hit(post, answer.reading.plan, known, packed, unpacker, passages));
    }
    return hits;
  }

  Explanation explain(SearchRequest const& request, std::string const& name, Timestamp now,
                      Xapian::Database const& database, IndexInfo const& info) {
    auto const post = find_post(database, name, unpacker);
    TimeLimit no_limit;
    auto [query, exact_title, is_searchable] = understand(request, now, database, info, no_limit);
    Explanation explanation;
    if (is_searchable) {
      auto explained = pressmark::explain({.database = database,
                                           .weights = weights,
                                           .planner = planner_for(info),
                                           .query = query,
                                           .exact_title = exact_title,
                                           .window = {match_order(request.sort), 0, kMaxWindow},
                                           .time = no_limit},
                                          post, unpacker);
      explanation = std::move(explained.explanation);
      explanation.corrected_query = corrected(request.query, explained.corrections);
    } else {
      auto const record = unpacker.fields(database.get_document(post.document).get_data());
      explanation.id = record.id;
      explanation.url = record.url;
      explanation.title = record.title;
      explanation.obstacles.push_back({.kind = ObstacleKind::unreadable});
    }
    explanation.query = request.query;
    std::move(query.warnings.begin(), query.warnings.end(), std::back_inserter(explanation.warnings));
    explanation.version = version(info);
    return explanation;
  }

  UnderstoodRequest understand(SearchRequest const& request, Timestamp now, Xapian::Database const& database,
                               IndexInfo const& info, TimeLimit& time) {
    auto const find_names = [&]() -> NameTable const& { return name_table(database, info); };
    return RequestReader(database, info.languages, unpacker, find_names, time).read(request, now);
  }

  QueryPlanner& planner_for(IndexInfo const& info) {
    if (!planner || planner->languages() != info.languages) planner.emplace(info.languages);
    return *planner;
  }

  // What an answer depends on besides the request.
  [[nodiscard]] std::string version(IndexInfo const& info) const {
    return configuration.empty() ? info.version : info.version + "." + configuration;
  }

  // `text` with the corrections put in; nothing if there are none.
  static std::optional<std::string> corrected(std::string text, std::vector<Correction> const& corrections) {
    if (corrections.empty()) return std::nullopt;
    for (auto it = corrections.rbegin(); it != corrections.rend(); ++it) {
      text.replace(it->begin, it->end - it->begin, it->word);
    }
    return text;
  }

  NameTable const& name_table(Xapian::Database const& database, IndexInfo const& info) {
    if (!names || names_version != info.version) {
      names.emplace(database);
      names_version = info.version;
    }
    return *names;
  }

  // What cannot be read leaves nothing out.
  Boilerplate const& boilerplate_of(Xapian::Database const& database, IndexInfo const& info) {
    if (boilerplate_version != info.version) {
      auto const packed = database.get_metadata(std::string(metadata::kBoilerplate));
      boilerplate = unpack_boilerplate(packed).value_or(Boilerplate{});
      boilerplate_version = info.version;
    }
    return boilerplate;
  }

  [[nodiscard]] SearchResults nothing(SearchRequest const& request, Query query,
                                      IndexInfo const& info) const {
    SearchResults results;
    results.query = request.query;
    results.offset = request.offset;
    results.limit = request.limit;
    results.warnings = std::move(query.warnings);
    results.version = version(info);
    return results;
  }

  IndexReader reader;
  std::optional<QueryPlanner> planner;
  RecordUnpacker unpacker;
  RankingWeights weights;
  std::string configuration;       // a hash, empty for the default one
  std::optional<NameTable> names;  // of names_version, made when first needed
  std::string names_version;
  Boilerplate boilerplate;  // of boilerplate_version
  std::string boilerplate_version;
};

Searcher::Searcher(StoreLayout layout, RankingWeights const& weights)
    : Searcher(IndexReader(std::move(layout)), weights) {}
Searcher::Searcher(IndexReader reader, RankingWeights const& weights)
    : state_(std::make_unique<State>(std::move(reader), weights)) {}
Searcher::~Searcher() = default;
Searcher::Searcher(Searcher&&) noexcept = default;
Searcher& Searcher::operator=(Searcher&&) noexcept = default;

SearchResults Searcher::search(SearchRequest const& request, Timestamp now) {
  if (request.offset > kMaxWindow || request.limit > kMaxWindow - request.offset) {
    throw Error(ErrorCode::usage,
                "offset and limit together go beyond " + std::to_string(kMaxWindow) + " posts",
                "narrow the search with words, categories or dates");
  }
  auto const start = std::chrono::steady_clock::now();
  auto results = state_->reader.read([&](Xapian::Database const& database, IndexInfo const& info) {
    return state_->search(request, now, database, info);
  });
  results.processing_ms = milliseconds_since(start);
  return results;
}

Explanation Searcher::explain(SearchRequest const& request, std::string const& name, Timestamp now) {
  return state_->reader.read([&](Xapian::Database const& database, IndexInfo const& info) {
    return state_->explain(request, name, now, database, info);
  });
}

FacetCounts Searcher::sites() {
  return state_->reader.read([&](Xapian::Database const& database, IndexInfo const& info) {
    FacetCounts sites;
    for (auto const& [key, name] : state_->name_table(database, info).names(Dimension::site)) {
      sites.emplace_back(name.spelling, name.posts);
    }
    return sites;
  });
}

Suggestions Searcher::suggest(std::string const& typed) {
  return state_->reader.read([&](Xapian::Database const& database, IndexInfo const& info) {
    auto const kept = std::string_view(typed).substr(
        0, floor_code_point(typed, std::min(typed.size(), QueryLimits{}.bytes)));
    auto suggestions =
        pressmark::suggest(database, state_->name_table(database, info), state_->unpacker, kept, {});
    suggestions.query = typed;
    suggestions.version = state_->version(info);
    return suggestions;
  });
}

IndexState Searcher::state() {
  return state_->reader.read([&](Xapian::Database const& database, IndexInfo const& info) {
    return IndexState{state_->version(info), database.get_doccount(), info.written};
  });
}

}  // namespace pressmark
