// How long the queries take that ask for the most, and what a time limit makes of them.
//
//   worst_queries STORE [LIMIT_MS] [ROUNDS]     0: no limit
//
// Puts together the longest and widest queries that the query box takes, from the words of the store
// itself. Prints for each the median of the times it took, without a limit or with one.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <string>
#include <utility>
#include <vector>
#include <xapian.h>

#include "bench/run_benchmark.h"
#include "common/index/index_reader.h"
#include "searcher/searcher.h"

using namespace pressmark;

namespace {

struct Words {
  std::vector<std::string> common;  // the commonest first
  std::vector<std::string> rare;    // some that a single post has
};

Words words_of(StoreLayout const& layout) {
  Words words;
  IndexReader(layout).read([&](Xapian::Database const& database, IndexInfo const&) {
    words = {};
    std::vector<std::pair<Xapian::doccount, std::string>> by_frequency;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      auto const word = *term;
      if (!std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) continue;
      by_frequency.emplace_back(term.get_termfreq(), word);
    }
    std::ranges::sort(by_frequency, std::greater());
    for (auto const& [frequency, word] : by_frequency) {
      if (words.common.size() < 400) words.common.push_back(word);
      if (frequency == 1 && word.size() > 5 && words.rare.size() < 400) words.rare.push_back(word);
    }
  });
  return words;
}

std::string joined(std::vector<std::string> const& words, std::size_t from, std::size_t count,
                   std::string const& before, std::string const& after, std::string const& between) {
  std::string text;
  for (auto i = from; i < std::min(words.size(), from + count); ++i) {
    text += (text.empty() ? "" : between) + before + words[i] + after;
  }
  return text;
}

struct WorstCase {
  std::string name;
  SearchRequest request;
};

std::vector<WorstCase> worst_cases(Words const& words) {
  auto const& [common, rare] = words;
  std::vector<WorstCase> cases;
  auto const add = [&](std::string name, std::string query) {
    cases.push_back({std::move(name), {.query = std::move(query)}});
  };
  add("96 common words", joined(common, 0, 96, "", "", " "));
  add("400 common words", joined(common, 0, 400, "", "", " "));
  add("96 common words, OR", joined(common, 0, 96, "", "", " OR "));
  add("96 rare words", joined(rare, 0, 96, "", "", " "));
  std::string beginnings;
  std::string repeats;
  for (char first = 'a'; first <= 'z'; ++first) {
    for (char const second : {'a', 'e', 'o', 'r'}) beginnings += std::string{first, second} + "* ";
  }
  for (int i = 0; i < 96; ++i) repeats += "se* ";
  add("a beginning", "se*");
  add("104 beginnings", beginnings);
  add("104 beginnings in brackets", '(' + beginnings + ')');
  add("a beginning 96 times", repeats);
  add("all words in brackets, OR", '(' + joined(common, 0, 400, "", "", " OR ") + ')');
  add("phrases that are nowhere, OR", joined(common, 1, 60, "\"of the and ", " to in\"", " OR "));
  add("without phrases", "the " + joined(common, 1, 60, "-\"of the and ", " to in\"", " "));
  add("phrases of common words", joined(common, 0, 60, "\"the ", "\"", " "));
  add("phrases of common words, OR", joined(common, 0, 60, "\"the ", "\"", " OR "));
  add("one phrase of 90 common words", "\"" + joined(common, 0, 90, "", "", " ") + "\"");
  add("96 misspelt words", joined(common, 300, 96, "", "qz", " "));
  add("96 misspelt words, OR", joined(common, 300, 96, "", "qz", " OR "));
  add("a word without 90 others", "the " + joined(common, 1, 90, "-", "", " "));
  add("without 90 beginnings", joined(common, 1, 90, "-", "*", " "));
  add("compounds", joined(common, 0, 90, "the-", "", " "));
  add("compounds, OR", joined(common, 0, 90, "the-", "", " OR "));
  add("literals", joined(common, 0, 30, "\"the.", "()\"", " "));
  add("one literal", "\"the.of\"");
  add("unknown filters", joined(rare, 0, 96, "category:x", "", " "));
  add("unknown authors", joined(common, 0, 96, "author:", "", " "));
  cases.push_back({"a common word, 1,000 hits", {.query = common[20], .limit = 1'000}});
  cases.push_back(
      {"two common words, 10,000 hits", {.query = common[20] + ' ' + common[21], .limit = 10'000}});
  cases.push_back({"all, far down", {.query = "", .offset = 9'990}});
  cases.push_back({"all, with facets", {.query = "", .facets = true}});
  cases.push_back({"all since 2000, with facets", {.query = "", .since = "2000", .facets = true}});
  cases.push_back({"a common word, with facets", {.query = common[20], .facets = true}});
  auto filtered = SearchRequest{.query = joined(common, 0, 96, "", "", " "), .facets = true};
  filtered.languages = {"en"};
  filtered.since = "2000";
  cases.push_back({"96 common words, filters, facets", filtered});
  cases.push_back(
      {"ten long posts, 20 sections", {.query = joined(common, 40, 4, "", "", " "), .max_sections = 20}});
  return cases;
}

double median_ms(Searcher& searcher, SearchRequest request, std::chrono::milliseconds limit, int rounds,
                 SearchResults& results) {
  std::vector<double> times;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (int round = 0; round < rounds; ++round) {
    auto const start = std::chrono::steady_clock::now();
    if (limit.count() > 0) request.deadline = Deadline{start + limit};
    results = searcher.search(request, now);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::ranges::nth_element(times, times.begin() + rounds / 2);
  return times[static_cast<std::size_t>(rounds / 2)];
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: worst_queries STORE [LIMIT_MS] [ROUNDS]\n");
    return 2;
  }
  StoreLayout const layout{argv[1]};
  int const rounds = argc > 3 ? std::stoi(argv[3]) : 3;
  Searcher searcher(layout);
  std::chrono::milliseconds const limit(argc > 2 ? std::stoi(argv[2]) : 0);
  for (auto& [name, request] : worst_cases(words_of(layout))) {
    SearchResults results;
    auto const taken = median_ms(searcher, request, limit, rounds, results);
    std::printf("%-36s %9.2f ms  %6zu posts%s\n", name.c_str(), taken, results.total,
                results.partial ? "  partial" : "");
    std::fflush(stdout);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_benchmark(run, argc, argv);
}
