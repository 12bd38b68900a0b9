// The archive read out, and back in.
#include "operations/import_posts.h"

#include <boost/test/unit_test.hpp>
#include <string_view>

#include "blog_fixture.h"
#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "indexer/feed/json/json_lines.h"
#include "operations/export_posts.h"
#include "operations/forget_posts.h"
#include "operations/move_posts.h"
#include "present/reports/post_json.h"

using namespace pressmark;

namespace {

std::string export_lines(StoreLayout const& layout) {
  std::string lines;
  pressmark::export_posts(layout, [&](ArchivedPost const& archived) {
    lines += post_json(archived.id, archived.change, archived.post) + '\n';
  });
  return lines;
}

IndexReport import_lines(StoreLayout const& layout, std::string const& lines) {
  MemoryStream in(lines);
  return pressmark::import_posts(layout, in, "posts.jsonl", kToday);
}

// All that the index holds of each post, by id, and what it says of itself but for the archive.
std::map<std::string, std::string> index_contents(StoreLayout const& layout) {
  return IndexReader(layout).read([](Xapian::Database const& database, IndexInfo const& info) {
    std::map<std::string, std::string> contents;
    for (auto id = database.allterms_begin("Q"); id != database.allterms_end("Q"); ++id) {
      auto const document = database.get_document(*database.postlist_begin(*id));
      std::string& all = contents[*id];
      for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) {
        all += *term + ' ' + std::to_string(term.get_wdf());
        for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
          all += ' ' + std::to_string(*at);
        }
        all += '\n';
      }
      for (auto value = document.values_begin(); value != document.values_end(); ++value) {
        all += std::to_string(value.get_valueno()) + '=' + *value + '\n';
      }
      all += document.get_data();
    }
    contents["format"] = info.format;
    contents["change"] = database.get_metadata(std::string(metadata::kChange));
    return contents;
  });
}

// Fails where `bytes` end.
class CutShort final : public ByteStream {
 public:
  explicit CutShort(std::string_view bytes) : bytes_(bytes) {}

  std::size_t read(std::span<char> buffer) override {
    if (auto const count = bytes_.read(buffer)) return count;
    throw Error(ErrorCode::source_missing, "cannot read a disk");
  }
  void rewind() override { bytes_.rewind(); }

 private:
  MemoryStream bytes_;
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(import_posts, BlogFixture)

BOOST_AUTO_TEST_CASE(an_export_makes_the_same_archive_and_the_same_index_elsewhere) {
  index({write("garden.xml", rss("garden.example", items))});
  pressmark::forget_posts(layout, {"https://garden.example/hoes"}, kToday);
  pressmark::move_posts(layout, "garden.example/rakes", "garden.example/tools/rakes", kToday);
  items[0].html += "<p>Übrigens: \"日本\" &amp; more.</p>";
  index({write("garden.xml", rss("garden.example", items))});
  auto const lines = export_lines(layout);

  StoreLayout const copy{directory / "copy"};
  auto const report = import_lines(copy, lines);
  BOOST_TEST(report.added == 2u);
  BOOST_TEST(report.posts == 2u);
  BOOST_TEST(report.skipped == 0u);
  BOOST_TEST(report.problem_count == 0u);
  BOOST_TEST(report.published);
  BOOST_TEST(export_lines(copy) == lines);
  BOOST_TEST((index_contents(copy) == index_contents(layout)));
}

BOOST_AUTO_TEST_CASE(what_is_there_already_is_unchanged) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const lines = export_lines(layout);
  auto const report = import_lines(layout, lines);
  BOOST_TEST(report.unchanged == 3u);
  BOOST_TEST(!report.published);
  BOOST_TEST(export_lines(layout) == lines);
}

BOOST_AUTO_TEST_CASE(bad_lines_are_skipped_and_told_with_their_numbers) {
  index({write("garden.xml", rss("garden.example", items))});
  auto lines = export_lines(layout);
  lines.insert(0, "\nnot a post\n\n");
  lines += "{\"id\":7}";  // the last line has no end
  StoreLayout const copy{directory / "copy"};
  auto const report = import_lines(copy, lines);
  BOOST_TEST(report.added == 3u);
  BOOST_TEST(report.skipped == 2u);
  BOOST_TEST_REQUIRE(report.problems.size() == 2u);
  BOOST_TEST(report.problems[0].where == "posts.jsonl:2");
  BOOST_TEST(report.problems[1].where == "posts.jsonl:7");
}

BOOST_AUTO_TEST_CASE(a_line_beyond_the_limit_is_skipped_and_the_next_is_read) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const lines = export_lines(layout);
  StoreLayout const copy{directory / "copy"};
  auto const report = import_lines(copy, std::string(kMaxExportedLineBytes + 1, ' ') + '\n' + lines);
  BOOST_TEST(report.added == 3u);
  BOOST_TEST_REQUIRE(report.problems.size() == 1u);
  BOOST_TEST(report.problems[0].where == "posts.jsonl:1");
  BOOST_TEST(report.problems[0].what == "the line is longer than 64 MiB");
}

BOOST_AUTO_TEST_CASE(what_was_forgotten_stays_so) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const lines = export_lines(layout);
  pressmark::forget_posts(layout, {"https://garden.example/hoes"}, kToday);
  auto const report = import_lines(layout, lines);
  BOOST_TEST(report.skipped == 1u);
  BOOST_TEST(report.posts == 2u);
}

BOOST_AUTO_TEST_CASE(a_file_of_something_else_is_refused_and_changes_nothing) {
  index({write("garden.xml", rss("garden.example", items))});
  auto const before = export_lines(layout);
  BOOST_CHECK_EXCEPTION(import_lines(layout, rss("garden.example", items)), Error, [](Error const& error) {
    return error.code() == ErrorCode::bad_source &&
           std::string(error.what()).starts_with("posts.jsonl holds no exported posts") &&
           std::string(error.what()).ends_with("(line 1)") && !error.hint().empty();
  });
  BOOST_TEST(export_lines(layout) == before);
}

BOOST_AUTO_TEST_CASE(an_empty_export_is_an_empty_store) {
  auto const report = import_lines(layout, "");
  BOOST_TEST(report.added == 0u);
  BOOST_TEST(report.posts == 0u);
  BOOST_TEST(export_lines(layout).empty());
}

BOOST_AUTO_TEST_CASE(what_cannot_be_read_to_its_end_changes_nothing) {
  index({write("garden.xml", rss("garden.example", items))});
  StoreLayout const copy{directory / "copy"};
  CutShort in(R"({"guid": "spades", "html": "<p>Dig.</p>", "url": "https://garden.example/spades"})"
              "\n");
  BOOST_CHECK_EXCEPTION(pressmark::import_posts(copy, in, "a disk", kToday), Error,
                        [](Error const& error) { return error.code() == ErrorCode::source_missing; });
  BOOST_TEST(export_lines(copy).empty());
}

BOOST_AUTO_TEST_SUITE_END()
