// Reading judged queries.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <string>
#include <unistd.h>

#include "common/base/error.h"
#include "searcher/evaluate/evaluate.h"

using namespace pressmark;

namespace {

// A file that is gone at the end of the test.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string const& contents)
      : path_(std::filesystem::temp_directory_path() /
              ("pressmark-judgements-" + std::to_string(getpid()) + "-" + std::to_string(++count_))) {
    std::ofstream(path_) << contents;
  }
  ~TemporaryFile() { std::filesystem::remove(path_); }
  TemporaryFile(TemporaryFile const&) = delete;
  TemporaryFile& operator=(TemporaryFile const&) = delete;
  [[nodiscard]] std::filesystem::path const& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::filesystem::path path_;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(judgements)

BOOST_AUTO_TEST_CASE(a_line_gives_query_kind_places_and_note) {
  TemporaryFile const file(
      "qid\tquery\tkind\trelevant\tnote\nq1\tsnippets\ttopic\t/a#b=3,/c=1\teq:x\nq2\tnone\tnone\t\t\n");
  auto const judged = read_judgements(file.path());
  BOOST_REQUIRE(judged.size() == 2u);
  BOOST_TEST(judged[0].query == "snippets");
  BOOST_TEST(judged[0].kind == "topic");
  BOOST_REQUIRE(judged[0].relevant.size() == 2u);
  BOOST_TEST(judged[0].relevant[0].first == "/a#b");
  BOOST_TEST(judged[0].relevant[0].second == 3);
  BOOST_TEST(judged[0].note == "eq:x");
  BOOST_TEST(judged[1].relevant.empty());
}

BOOST_AUTO_TEST_CASE(a_malformed_line_is_named_by_number) {
  for (auto const* const contents :
       {"q1\tonly three\tfields\n", "q1\ta\ttopic\t/a\t\n", "q1\ta\ttopic\t=3\t\n"}) {
    TemporaryFile const file(contents);
    BOOST_CHECK_EXCEPTION((void)read_judgements(file.path()), Error, [](Error const& error) {
      return error.code() == ErrorCode::bad_source &&
             std::string(error.what()).find(":1: ") != std::string::npos;
    });
  }
}

BOOST_AUTO_TEST_CASE(trec_files_are_joined_by_query) {
  TemporaryFile const queries("1\twhat is information\n2\tretrieval\n");
  TemporaryFile const qrels("1 0 28 1\n1\t0\t35\t2\n2 0 7 0\n9 0 1 1\n");
  auto const judged = read_trec(queries.path(), qrels.path());
  BOOST_REQUIRE(judged.size() == 2u);
  BOOST_TEST(judged[0].relevant.size() == 2u);
  BOOST_TEST(judged[0].relevant[1].second == 2);
  BOOST_TEST(judged[1].relevant.empty());
}

BOOST_AUTO_TEST_CASE(exclusions_join_the_query_they_name) {
  TemporaryFile const file("q2\thttps://a.example/one\nq2 /two\r\n\nunknown /three\n");
  std::vector<JudgedQuery> judged{{.id = "q1"}, {.id = "q2"}};
  read_exclusions(file.path(), judged);
  BOOST_TEST(judged[0].excluded.empty());
  BOOST_TEST(judged[1].excluded == (std::vector<std::string>{"https://a.example/one", "/two"}),
             boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_malformed_exclusion_is_named_by_number) {
  TemporaryFile const file("q1 /one\nq1\n");
  std::vector<JudgedQuery> judged;
  BOOST_CHECK_EXCEPTION(read_exclusions(file.path(), judged), Error, [](Error const& error) {
    return error.code() == ErrorCode::bad_source &&
           std::string(error.what()).ends_with(":2: an exclusion is: query, document");
  });
}

BOOST_AUTO_TEST_CASE(a_missing_file_is_an_error) {
  BOOST_CHECK_EXCEPTION((void)read_judgements("/nonexistent/judgements.tsv"), Error,
                        [](Error const& error) { return error.code() == ErrorCode::source_missing; });
}

BOOST_AUTO_TEST_SUITE_END()
