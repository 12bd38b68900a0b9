// Implements the facade: parse, match, show.
#include "searcher/searcher.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <optional>
#include <utility>

#include "common/base/ascii.h"
#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/utf8.h"
#include "common/date/date_range.h"
#include "common/index/boilerplate.h"
#include "common/index/index_reader.h"
#include "common/index/record.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "searcher/match/explain.h"
#include "searcher/match/find_post.h"
#include "searcher/match/first_stage.h"
#include "searcher/match/matcher.h"
#include "searcher/match/name_table.h"
#include "searcher/match/weight_table.h"
#include "searcher/passage/passages.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_filters.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/timed_documents.h"
#include "searcher/request_error.h"
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

Period option_period(std::string const& option, std::string const& value, Timestamp now) {
  auto const period = parse_period(value, now);
  if (!period) throw unreadable_date(option, value);
  return *period;
}

void add_options(SearchRequest const& request, Timestamp now, Filters& filters) {
  auto const append = [](std::vector<std::string>& to, std::vector<std::string> const& from) {
    to.insert(to.end(), from.begin(), from.end());
  };
  filters.condition = request.condition;
  append(filters.categories.wanted, request.categories);
  append(filters.authors.wanted, request.authors);
  append(filters.sites.wanted, request.sites);
  append(filters.languages.wanted, request.languages);
  if (!request.since.empty()) {
    auto const since = option_period("since", request.since, now).since;
    if (since) filters.since = std::max(filters.since.value_or(*since), *since);
  }
  if (!request.until.empty()) {
    auto const until = option_period("until", request.until, now).until;
    if (until) filters.until = std::min(filters.until.value_or(*until), *until);
  }
}

double milliseconds_since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// So many near names are offered for an unknown one.
constexpr std::size_t kNearNames = 4;

}  // namespace

struct Searcher::State {
  State(IndexReader from, RankingWeights const& ranking)
      : reader(std::move(from)), weights(ranking), configuration(weights_hash(ranking)) {}

  // A request as it was understood.
  struct ReadRequest {
    Query query;
    std::string exact_title;  // as in match()
    bool searchable = true;
  };

  ReadRequest read(SearchRequest const& request, Timestamp now, Xapian::Database const& database,
                   IndexInfo const& info, TimeLimit& time) {
    if (!planner || planner->languages() != info.languages) planner.emplace(info.languages);
    QueryParserOptions const options{.languages = info.languages, .now = now, .limits = {}};
    ReadRequest read;
    read.exact_title = exact_title_term(request.query, database);
    auto& query = read.query;
    query = parse_query(request.query, options);
    if (!excludes_as_title(query, read.exact_title, database)) read.exact_title.clear();
    // A query that is a post's title is words, whatever operators it seems to hold.
    if (!read.exact_title.empty()) query = parse_words(request.query, options);
    if (is_unsearchable(request.query, query)) {
      query.warnings.push_back({"the query's words are too long to be searched", 0, request.query.size()});
      read.searchable = false;
      return read;
    }
    query.wanted = read_words(std::move(query.wanted), request.query.size(), request.words);
    add_options(request, now, query.filters);
    warn_about_missing_words(request.query, query);
    warn_about_unknown_names(query, database, info, time);
    warn_about_empty_period(query);
    return read;
  }

  SearchResults search(SearchRequest const& request, Timestamp now, Xapian::Database const& database,
                       IndexInfo const& info) {
    TimeLimit time(request.deadline);
    auto [query, exact_title, searchable] = read(request, now, database, info, time);
    if (!searchable) return nothing(request, std::move(query), info);
    MatchWindow const window{match_order(request.sort), request.offset, request.limit,
                             request.facets ? &name_table(database, info) : nullptr};
    auto const matched = match(database, query, *planner, exact_title, window, weights, time);

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
    PassageOptions passages{request.max_sections, {request.snippet_bytes, request.fragments}};
    auto const& known = boilerplate_of(database, info);
    for (auto const& post : answer.posts) {
      if (time.is_over()) passages.max_sections = 0;
      auto const packed = database.get_document(post.document).get_data();
      results.hits.push_back(make_hit(post, answer.plan, known, packed, unpacker, passages));
    }
    results.passages_ms = milliseconds_since(matched_at);
    results.partial = time.was_over();
    results.exact_total = answer.exact_total && !results.partial;
    return results;
  }

  Explanation explain(SearchRequest const& request, std::string const& name, Timestamp now,
                      Xapian::Database const& database, IndexInfo const& info) {
    auto const post = find_post(database, name, unpacker);
    TimeLimit no_limit;
    auto [query, exact_title, searchable] = read(request, now, database, info, no_limit);
    Explanation explanation;
    if (searchable) {
      auto explained = pressmark::explain(database, query, *planner, exact_title, match_order(request.sort),
                                          kMaxWindow, weights, post, unpacker);
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

  // A filter by a name that no post has finds nothing: say so, and which names are near.
  void warn_about_unknown_names(Query& query, Xapian::Database const& database, IndexInfo const& info,
                                TimeLimit& time) {
    struct Kind {
      NameKind kind;
      char const* noun;
      NameFilter Filters::* filter;
    };
    for (auto const& [kind, noun, filter] :
         {Kind{NameKind::category, "category", &Filters::categories},
          Kind{NameKind::author, "author", &Filters::authors}, Kind{NameKind::site, "site", &Filters::sites},
          Kind{NameKind::language, "language", &Filters::languages}}) {
      for (auto const& name : (query.filters.*filter).wanted) {
        Filters by_name;
        (by_name.*filter).wanted = {name};
        if (time.is_over()) return;
        TimedDocuments documents(time);
        if (count_up_to(1, database, documents.timed(compile_filters(by_name))) > 0) continue;
        if (time.was_over()) return;  // there may be one
        auto message = std::string("no post has the ") + noun + " '" + name + "'";
        auto const near = name_table(database, info).near(kind, name, kNearNames);
        for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; near to it: " : ", ") + near[i];
        query.warnings.push_back({std::move(message), 0, 0});
      }
    }
  }

  static void warn_about_empty_period(Query& query) {
    auto const& filters = query.filters;
    if (filters.since && filters.until && *filters.until < *filters.since) {
      query.warnings.push_back({"the period ends before it begins", 0, 0});
    }
  }

  // The key term of the title that `text` is, if a post has it.
  static std::string exact_title_term(std::string const& text, Xapian::Database const& database) {
    auto const key = title_key(text);
    if (key.empty() || text.front() == '-') return {};  // "-word" excludes, whatever is called so
    auto term = key_term(Field::title_exact, stable_hash({key}));
    return database.term_exists(term) ? term : std::string();
  }

  // True if the title of the posts with `exact_title` has the words that `query` excludes in the same way,
  // with their minus: else it is the query without them that is the title.
  bool excludes_as_title(Query const& query, std::string const& exact_title,
                         Xapian::Database const& database) {
    if (query.excluded.empty() || exact_title.empty()) return true;
    auto const document = database.get_document(*database.postlist_begin(exact_title));
    auto const title = fold(unpacker.fields(document.get_data()).title);
    return std::ranges::all_of(query.excluded, [&](QueryNode const& node) {
      return !node.words.empty() && title.find('-' + node.words.front().text) != std::string::npos;
    });
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

  static void warn_about_missing_words(std::string const& text, Query& query) {
    if (!query.wanted.empty() || !query.excluded.empty() || query.filters != Filters{}) return;
    if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
    query.warnings.push_back({"the query has no words; all posts are listed, newest first", 0, text.size()});
  }

  // True for a query that says something, none of which can be a word of a post: one word without end.
  static bool is_unsearchable(std::string const& text, Query const& query) {
    return query.wanted.empty() && query.excluded.empty() && query.filters == Filters{} &&
           std::any_of(text.begin(), text.end(), is_letter);
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
    for (auto const& [key, name] : state_->name_table(database, info).names(NameKind::site)) {
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
