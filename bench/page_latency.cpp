// How long a page of ten highlighted results takes, against an application that keeps the text
// in the document and calls Xapian's MSet::snippet() on it.
//
//   page_latency STORE JUDGEMENTS [ROUNDS]
//
// Both answer the same queries over the same posts in one process, in turn, so that a drift of
// the machine's speed meets both. Prints the median and 95th percentile per page and the ratio.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>
#include <xapian.h>

#include "bench/run_benchmark.h"
#include "indexer/extract/article.h"
#include "operations/export_posts.h"
#include "searcher/evaluate/evaluate.h"
#include "searcher/searcher.h"

using namespace pressmark;

namespace {

constexpr std::size_t kSnippetBytes = 220;
constexpr std::size_t kPage = 10;

std::string text_of(Post const& post) {
  std::string text = html_to_text(post.summary) + "\n";
  for (auto const& section : extract_article(post.html).sections) {
    text += section.heading + "\n";
    for (auto const& block : section.blocks) text += block.text + "\n";
  }
  return text;
}

// The usual Xapian application: one document per post, English stems, any of the words, the text
// as document data; its page shows ten posts, as ours does.
class SnippetApplication {
 public:
  explicit SnippetApplication(StoreLayout const& layout) {
    Xapian::WritableDatabase writable(path_.string(), Xapian::DB_CREATE_OR_OVERWRITE);
    Xapian::TermGenerator generator;
    generator.set_stemmer(stem_);
    export_posts(layout, [&](ArchivedPost const& archived) {
      Xapian::Document document;
      generator.set_document(document);
      generator.index_text(archived.post.title, 3);
      generator.increase_termpos();
      auto const text = text_of(archived.post);
      generator.index_text(text);
      document.set_data(text);
      writable.add_document(document);
    });
    writable.commit();
    database_ = Xapian::Database(path_.string());
    parser_.set_stemmer(stem_);
    parser_.set_database(database_);
  }
  ~SnippetApplication() {
    database_.close();
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  SnippetApplication(SnippetApplication const&) = delete;
  SnippetApplication& operator=(SnippetApplication const&) = delete;

  // The posts of a page, with their snippets made.
  std::size_t page(std::string const& text) {
    auto const matches = run(text);
    for (auto it = matches.begin(); it != matches.end(); ++it) {
      (void)matches.snippet(it.get_document().get_data(), kSnippetBytes, stem_);
    }
    return matches.size();
  }

 private:
  Xapian::MSet run(std::string const& text) {
    Xapian::Enquire enquire(database_);
    try {
      enquire.set_query(parser_.parse_query(text, Xapian::QueryParser::FLAG_PHRASE));
    } catch (Xapian::QueryParserError const&) {
      enquire.set_query(parser_.parse_query(text, 0));
    }
    return enquire.get_mset(0, kPage);
  }

  std::filesystem::path path_ = std::filesystem::temp_directory_path() / "pressmark-page-latency";
  Xapian::Stem stem_{"en"};
  Xapian::Database database_;
  Xapian::QueryParser parser_;
};

template <typename Page>
double time_ms(Page&& page) {
  auto const start = std::chrono::steady_clock::now();
  page();
  return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
  auto const at =
      values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

void report(char const* name, std::vector<double> const& values) {
  std::printf("%-24s p50 %8.3f ms   p95 %8.3f ms\n", name, percentile(values, 0.5), percentile(values, 0.95));
}

int run(int argc, char** argv) {
  if (argc < 3) {
    std::fprintf(stderr, "usage: page_latency STORE JUDGEMENTS [ROUNDS]\n");
    return 2;
  }
  StoreLayout const layout{argv[1]};
  auto const judged = read_judgements(argv[2]);
  int const rounds = argc > 3 ? std::stoi(argv[3]) : 20;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  Searcher searcher(layout);
  SnippetApplication application(layout);
  std::vector<double> ours;
  std::vector<double> theirs;
  std::vector<double> ratios;
  std::vector<std::string> queries;  // queries that fill a page on both sides
  for (auto const& query : judged) {
    SearchRequest request;
    request.query = query.query;
    if (searcher.search(request, now).hits.size() == kPage && application.page(query.query) == kPage) {
      queries.push_back(query.query);
    }
  }
  for (int round = 0; round < rounds; ++round) {
    for (auto const& query : queries) {
      SearchRequest request;
      request.query = query;
      request.snippet_bytes = kSnippetBytes;
      auto const a = time_ms([&] { (void)searcher.search(request, now); });
      auto const b = time_ms([&] { (void)application.page(query); });
      ours.push_back(a);
      theirs.push_back(b);
      ratios.push_back(b / a);
    }
  }
  if (ratios.empty()) {
    std::printf("no query fills a page of %zu posts on both sides\n", kPage);
    return 1;
  }
  std::printf("%zu queries that fill a page on both sides, %d rounds\n", queries.size(), rounds);
  report("pressmark", ours);
  report("MSet::snippet", theirs);
  std::printf("ratio of the medians %.1f, median of the ratios page by page %.1f\n",
              percentile(theirs, 0.5) / percentile(ours, 0.5), percentile(ratios, 0.5));
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_benchmark(run, argc, argv);
}
