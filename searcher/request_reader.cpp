// Exact titles, filters of the request, and warnings about what can find nothing.
#include "searcher/request_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/date/date_range.h"
#include "common/index/schema.h"
#include "common/strings/ascii.h"
#include "common/text/fold.h"
#include "searcher/match/first_stage.h"
#include "searcher/query/query_compiler.h"
#include "searcher/query/query_filters.h"
#include "searcher/query/query_parser.h"
#include "searcher/query/timed_documents.h"
#include "searcher/request_error.h"

namespace pressmark {
namespace {

// The number of near names that are offered for an unknown one.
constexpr std::size_t kNearNames = 4;

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

void warn_about_empty_period(Query& query) {
  auto const& filters = query.filters;
  if (filters.since && filters.until && *filters.until < *filters.since) {
    query.warnings.push_back({"the period ends before it begins", 0, 0});
  }
}

void warn_about_missing_words(std::string const& text, Query& query) {
  if (!query.wanted.empty() || !query.excluded.empty() || query.filters != Filters{}) return;
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return;
  query.warnings.push_back({"the query has no words; all posts are listed, newest first", 0, text.size()});
}

// True for a query that says something, none of which can be a word of a post: one word without end.
bool is_unsearchable(std::string const& text, Query const& query) {
  return query.wanted.empty() && query.excluded.empty() && query.filters == Filters{} &&
         std::any_of(text.begin(), text.end(), is_letter);
}

}  // namespace

RequestReader::RequestReader(Xapian::Database const& database, std::vector<std::string> const& languages,
                             RecordUnpacker& unpacker, std::function<NameTable const&()> names,
                             TimeLimit& time)
    : database_(database),
      languages_(languages),
      unpacker_(unpacker),
      names_(std::move(names)),
      time_(time) {}

UnderstoodRequest RequestReader::read(SearchRequest const& request, Timestamp now) const {
  QueryParserOptions const options{.languages = languages_, .now = now, .limits = {}};
  UnderstoodRequest understood;
  understood.exact_title = exact_title_term(request.query);
  auto& query = understood.query;
  query = parse_query(request.query, options);
  if (!excludes_as_title(query, understood.exact_title)) understood.exact_title.clear();
  // A query that is a post's title is words, whatever operators it seems to hold.
  if (!understood.exact_title.empty()) query = parse_words(request.query, options);
  if (is_unsearchable(request.query, query)) {
    query.warnings.push_back({"the query's words are too long to be searched", 0, request.query.size()});
    understood.is_searchable = false;
    return understood;
  }
  query.wanted = read_words(std::move(query.wanted), request.query.size(), request.words);
  add_options(request, now, query.filters);
  warn_about_missing_words(request.query, query);
  warn_about_unknown_names(query);
  warn_about_empty_period(query);
  return understood;
}

// A filter by a name that no post has finds nothing: say so, and which names are near.
void RequestReader::warn_about_unknown_names(Query& query) const {
  struct Kind {
    Dimension dimension;
    NameFilter Filters::* filter;
  };
  for (auto const& [dimension, filter] :
       {Kind{Dimension::category, &Filters::categories}, Kind{Dimension::author, &Filters::authors},
        Kind{Dimension::site, &Filters::sites}, Kind{Dimension::language, &Filters::languages}}) {
    for (auto const& name : (query.filters.*filter).wanted) {
      Filters by_name;
      (by_name.*filter).wanted = {name};
      if (time_.is_over()) return;
      TimedDocuments documents(time_);
      if (count_up_to(1, database_, documents.timed(compile_filters(by_name))) > 0) continue;
      if (time_.was_over()) return;  // there may be one
      auto message = "no post has the " + std::string(kNameDimensionRows[dimension].noun) + " '" + name + "'";
      auto const near = names_().near(dimension, name, kNearNames);
      for (std::size_t i = 0; i < near.size(); ++i) message += (i == 0 ? "; near to it: " : ", ") + near[i];
      query.warnings.push_back({std::move(message), 0, 0});
    }
  }
}

// The key term of the title that `text` is, if a post has it.
std::string RequestReader::exact_title_term(std::string const& text) const {
  auto const key = title_key(text);
  if (key.empty() || text.front() == '-') return {};  // "-word" excludes, whatever is called so
  auto term = key_term(Field::title_exact, stable_hash({key}));
  return database_.term_exists(term) ? term : std::string();
}

// True if the title of the posts with `exact_title` has the words that `query` excludes in the same way,
// with their minus: else it is the query without them that is the title.
bool RequestReader::excludes_as_title(Query const& query, std::string const& exact_title) const {
  if (query.excluded.empty() || exact_title.empty()) return true;
  auto const document = database_.get_document(*database_.postlist_begin(exact_title));
  auto const title = fold(unpacker_.fields(document.get_data()).title);
  return std::ranges::all_of(query.excluded, [&](QueryNode const& node) {
    return !node.words.empty() && title.find('-' + node.words.front().text) != std::string::npos;
  });
}

}  // namespace pressmark
