// What every store has to get right without judgements: a post's own title finds it first, and a
// page shows what matched.
//
//   store_quality STORE [EVERY]
//
// Takes every EVERY-th post (1) and searches for its title, then for some words of its text. Prints
// the share of titles that put a post of that title first, and the share of hits with a match in
// their body whose first snippet has a highlighted word; the first misses are listed.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>
#include <xapian.h>

#include "bench/run_benchmark.h"
#include "common/index/index_reader.h"
#include "common/index/record.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/text/stop_words.h"
#include "searcher/searcher.h"

using namespace pressmark;

namespace {

constexpr int kMissesShown = 20;

struct Sample {
  std::string title;
  std::string url;
  std::string words;  // three of the text, within one block; empty for a post without text
};

// Three neighbouring words of prose that are no stop words, from a random place.
std::string words_from(RecordUnpacker& unpacker, std::string const& packed, Record const& record,
                       std::mt19937& random) {
  if (record.sections.empty()) return {};
  auto const section = random() % record.sections.size();
  auto const text = unpacker.section_text(packed, section);
  Analysis analysis;
  Analyzer().analyze(text, TextKind::prose, analysis);
  std::vector<std::string> words;
  for (auto const& term : analysis.terms()) {
    if (term.kind == TermKind::word && !is_stop_word(analysis.text(term), record.language.substr(0, 2))) {
      words.emplace_back(analysis.text(term));
    }
  }
  if (words.size() < 3) return {};
  auto const at = random() % (words.size() - 2);
  return words[at] + ' ' + words[at + 1] + ' ' + words[at + 2];
}

std::vector<Sample> take_samples(StoreLayout const& layout, std::size_t every) {
  std::vector<Sample> samples;
  std::mt19937 random(1);
  RecordUnpacker unpacker;
  IndexReader(layout).read([&](Xapian::Database const& database, IndexInfo const&) {
    samples.clear();
    std::size_t number = 0;
    for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it) {
      if (number++ % every != 0) continue;
      auto const packed = database.get_document(*it).get_data();
      auto const record = unpacker.fields(packed);
      samples.push_back({record.title, record.url, words_from(unpacker, packed, record, random)});
    }
  });
  return samples;
}

struct Tally {
  std::size_t good = 0;
  std::size_t all = 0;
  void count(bool is_good) {
    ++all;
    if (is_good) ++good;
  }
  void print(char const* what) const {
    std::printf("%-40s %6zu of %6zu  %.2f %%\n", what, good, all,
                all == 0 ? 0 : 100.0 * static_cast<double>(good) / static_cast<double>(all));
  }
};

void list_miss(int& listed, char const* what, std::string const& query, std::string const& got) {
  if (listed++ < kMissesShown) std::printf("  %s: %s -> %s\n", what, query.c_str(), got.c_str());
}

bool shows_match(Hit const& hit) {
  return !hit.sections.empty() && !hit.sections.front().snippet.highlights.empty();
}

// The first section was chosen for its heading alone.
bool shows_match_in_heading(Hit const& hit) {
  return !hit.sections.empty() && !hit.sections.front().heading.highlights.empty();
}

// True if nothing but the title matched.
bool is_title_hit(Hit const& hit) {
  return !hit.title.highlights.empty() && !shows_match(hit) && !shows_match_in_heading(hit);
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: store_quality STORE [EVERY]\n");
    return 2;
  }
  StoreLayout const layout{argv[1]};
  auto const samples = take_samples(layout, argc > 2 ? std::stoul(argv[2]) : 1);
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  Searcher searcher(layout);
  Tally titles;
  Tally posts;
  Tally snippets;
  Tally sections;
  int listed = 0;
  for (auto const& sample : samples) {
    if (!title_key(sample.title).empty()) {
      auto const hits = searcher.search({.query = sample.title, .limit = 1}, now).hits;
      bool const is_first = !hits.empty() && title_key(hits[0].title.text) == title_key(sample.title);
      titles.count(is_first);
      if (!is_first) list_miss(listed, "title", sample.title, hits.empty() ? "nothing" : hits[0].title.text);
    }
    if (sample.words.empty()) continue;
    auto const hits = searcher.search({.query = sample.words}, now).hits;
    posts.count(std::any_of(hits.begin(), hits.end(), [&](Hit const& hit) { return hit.url == sample.url; }));
    for (auto const& hit : hits) {
      if (is_title_hit(hit)) continue;
      snippets.count(shows_match(hit));
      sections.count(shows_match(hit) || shows_match_in_heading(hit));
      if (!shows_match(hit) && !shows_match_in_heading(hit))
        list_miss(listed, "snippet", sample.words, hit.url);
    }
  }
  titles.print("own title first");
  posts.print("post among ten for three of its words");
  snippets.print("first snippet with a highlight");
  sections.print("... or in the heading above it");
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_benchmark(run, argc, argv);
}
