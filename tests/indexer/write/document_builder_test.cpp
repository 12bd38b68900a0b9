// Posts to documents: terms, positions, values, records.
#include "indexer/write/document_builder.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>

#include "built_posts.h"
#include "common/base/hash.h"
#include "common/index/outline.h"
#include "common/index/record.h"
#include "common/strings/utf8.h"
#include "common/text/analyzer.h"
#include "common/text/fold.h"
#include "common/url/url.h"
#include "store_fixture.h"
#include "tests/support/printing.h"

using namespace pressmark;

namespace {

Post full_post() {
  Post post;
  post.site = "Example Site";
  post.guid = "https://example.org/?p=1";
  post.url = "https://www.example.org/2026/04/merging-blocks?utm_source=feed";
  post.title = "Merging Immutable Blocks";
  post.author = "Ada Writer";
  post.language = "en-GB";
  post.published = Timestamp(std::chrono::seconds(1'775'194'110));  // 2026-04-03
  post.updated = Timestamp(std::chrono::seconds(1'775'280'510));
  post.categories = {"Time Series", "Storage"};
  post.summary = "<p>How <b>compactors</b> work.</p>";
  post.html =
      "<p>Opening sentence.</p>"
      "<h2 id='plan'>Planning</h2><p>A planner chooses <code>tsdb</code> ranges.</p>"
      "<p>The <dfn>tombstone</dfn> marks deletion.</p>"
      "<pre>planner.Plan(dir)</pre><h3>Details</h3><p>Final words.</p>";
  return post;
}

Record record_of(Xapian::Document const& document) {
  return RecordUnpacker().fields(document.get_data());
}
Outline outline_of(Xapian::Document const& document) {
  return unpack_outline(document.get_value(slot::kOutline));
}

struct FullPost {
  BuiltDocument built = DocumentBuilder().build(archived(full_post()));
  Xapian::Document document = built.document;
  Outline outline = outline_of(document);
};

// Every stem and code word weighs, and nothing else: that is a document's length.
Xapian::termcount length_of(Xapian::Document const& document) {
  Xapian::termcount length = 0;
  for (auto it = document.termlist_begin(); it != document.termlist_end(); ++it) length += it.get_wdf();
  return length;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(document_builder)

BOOST_FIXTURE_TEST_CASE(the_title_comes_first_and_is_a_field_of_its_own, FullPost) {
  for (auto const field : {Field::text, Field::title}) {
    BOOST_TEST(positions_of(document, word_term(field, "merging")).front() == kFirstPosition);
    BOOST_TEST(positions_of(document, word_term(field, "blocks")).front() == kFirstPosition + 2);
  }
  BOOST_TEST(outline.title == (PositionRange{kFirstPosition, kFirstPosition + 3}));
  BOOST_TEST(has_term(document, stem_term(Field::title, "merg")));
}

BOOST_FIXTURE_TEST_CASE(regions_follow_one_another_with_gaps_no_phrase_crosses, FullPost) {
  BOOST_TEST(outline.tags.begin == outline.title.end + kSectionGap);
  BOOST_TEST(outline.slug.begin == outline.tags.end + kSectionGap);
  BOOST_TEST(outline.summary.begin == outline.slug.end + kSectionGap);
  BOOST_REQUIRE(outline.sections.size() >= 2U);
  BOOST_TEST(outline.sections[0].all.begin == outline.summary.end + kSectionGap);
  BOOST_TEST(outline.sections[1].all.begin == outline.sections[0].all.end + kSectionGap);
  BOOST_TEST(position_of(document, "storage") == position_of(document, "series") + 1 + kBlockGap);
}

BOOST_FIXTURE_TEST_CASE(words_are_found_in_the_region_they_stand_in, FullPost) {
  BOOST_TEST(outline.summary.contains(position_of(document, "compactors")));
  BOOST_TEST(outline.sections[0].all.contains(position_of(document, "opening")));
  BOOST_TEST(outline.sections[1].heading.contains(position_of(document, "planning")));
  BOOST_TEST(outline.sections[1].all.contains(position_of(document, "chooses")));
  BOOST_TEST(position_of(document, "a") == outline.sections[1].heading.end + kBlockGap);
  BOOST_TEST(outline.sections[1].has_anchor);
  BOOST_TEST(!outline.sections[0].has_anchor);
}

BOOST_FIXTURE_TEST_CASE(words_of_prose_have_positions_and_stems_have_weight, FullPost) {
  BOOST_TEST(wdf_of(document, word_term(Field::text, "planner")).value() == 0U);
  BOOST_TEST(wdf_of(document, stem_term(Field::text, "chose")).value_or(0) +
                 wdf_of(document, stem_term(Field::text, "choos")).value_or(0) ==
             1U);
  BOOST_TEST(positions_of(document, stem_term(Field::text, "planner")).empty());
}

BOOST_AUTO_TEST_CASE(title_and_headings_weigh_more_than_prose) {
  Post post;
  post.title = "alpha";
  post.categories = {"beta"};
  post.url = "https://example.org/gamma";
  post.summary = "delta";
  post.html = "<p>lead</p><h2>epsilon</h2><p>zeta zeta</p><h4>eta</h4><p>theta</p>";
  auto const document = DocumentBuilder().build(archived(post)).document;
  struct {
    std::string word;
    Xapian::termcount want;
  } const cases[] = {{"alpha", 3}, {"beta", 1}, {"gamma", 1}, {"delta", 1}, {"epsilon", 2}, {"zeta", 2}};
  for (auto const& c : cases)
    BOOST_TEST(wdf_of(document, stem_term(Field::text, c.word)).value() == c.want, c.word);
}

BOOST_FIXTURE_TEST_CASE(code_blocks_are_searched_as_code_only, FullPost) {
  BOOST_TEST(wdf_of(document, word_term(Field::code, "dir")).value() == 1U);
  BOOST_TEST(!positions_of(document, word_term(Field::code, "dir")).empty());
  BOOST_TEST(!has_term(document, word_term(Field::text, "dir")));
  BOOST_TEST(!has_term(document, stem_term(Field::text, "dir")));
}

BOOST_FIXTURE_TEST_CASE(inline_code_is_prose_and_code_at_one_place, FullPost) {
  auto const in_prose = positions_of(document, word_term(Field::text, "tsdb"));
  BOOST_TEST(in_prose.size() == 1U);
  BOOST_TEST(positions_of(document, word_term(Field::code, "tsdb")) == in_prose);
  BOOST_TEST(!has_term(document, word_term(Field::code, "ranges")));
}

BOOST_FIXTURE_TEST_CASE(headings_tags_slug_and_definitions_have_stems_of_their_own, FullPost) {
  BOOST_TEST(has_term(document, stem_term(Field::heading, "plan")));
  BOOST_TEST(has_term(document, stem_term(Field::tag, "storag")));
  BOOST_TEST(has_term(document, stem_term(Field::slug, "block")));
  BOOST_TEST(has_term(document, stem_term(Field::definition, "tombston")));
  BOOST_TEST(!has_term(document, stem_term(Field::definition, "mark")));
  BOOST_TEST(!has_term(document, word_term(Field::tag, "storage")));
  BOOST_TEST(!positions_of(document, word_term(Field::heading, "planning")).empty());
}

BOOST_AUTO_TEST_CASE(words_of_an_anchor_are_further_words_of_the_heading) {
  auto const document =
      DocumentBuilder()
          .build(archived_html("<h2 id='reentrant-nesting-2f3a'>Nesting</h2><p>Calls within calls.</p>"))
          .document;
  auto const outline = unpack_outline(document.get_value(slot::kOutline));
  BOOST_TEST(outline.sections.at(0).heading.contains(position_of(document, "reentrant")));
  BOOST_TEST(positions_of(document, word_term(Field::text, "nesting")).size() == 1U);  // not twice
  BOOST_TEST(!has_term(document, word_term(Field::text, "2f3a")));
}

BOOST_AUTO_TEST_CASE(introductions_and_conclusions_are_marked_in_the_outline) {
  auto const document =
      DocumentBuilder()
          .build(archived_html("<h2 id='a'>Introduction</h2><p>One.</p><h2 id='b'>Locks</h2><p>Two.</p>"))
          .document;
  auto const outline = unpack_outline(document.get_value(slot::kOutline));
  BOOST_TEST(outline.sections.at(0).general);
  BOOST_TEST(!outline.sections.at(1).general);
}

BOOST_FIXTURE_TEST_CASE(exact_keys_stand_in_boolean_terms, FullPost) {
  auto const& post = full_post();
  std::string const keys[] = {
      built.id_term,
      key_term(Field::id, post_id(post.site, post.guid)),
      key_term(Field::url, stable_hash({canonical_url("https://www.example.org/2026/04/merging-blocks")})),
      key_term(Field::category, name_key("time series")),
      key_term(Field::category, "storage"),
      key_term(Field::author, "adawriter"),
      key_term(Field::site, "examplesite"),
      key_term(Field::host, "example.org"),
      key_term(Field::language, "en"),
      key_term(Field::year, "2026"),
      key_term(Field::month, "202604"),
      key_term(Field::day, "20260403"),
  };
  for (auto const& key : keys) {
    BOOST_REQUIRE_MESSAGE(has_term(document, key), key);
    BOOST_TEST(wdf_of(document, key).value() == 0U, key);
  }
}

BOOST_FIXTURE_TEST_CASE(the_whole_title_is_a_term_that_can_weigh, FullPost) {
  auto const term = key_term(Field::title_exact, stable_hash({title_key("merging immutable blocks!")}));
  BOOST_TEST(wdf_of(document, term).value() == 1U);
}

BOOST_FIXTURE_TEST_CASE(author_words_find_part_of_a_name, FullPost) {
  BOOST_TEST(has_term(document, word_term(Field::author_words, "ada")));
  BOOST_TEST(!has_term(document, word_term(Field::text, "ada")));
}

BOOST_FIXTURE_TEST_CASE(values_hold_what_is_sorted_and_counted, FullPost) {
  BOOST_TEST(Xapian::sortable_unserialise(document.get_value(slot::kPublished)) == 1'775'194'110.0);
  BOOST_TEST(Xapian::sortable_unserialise(document.get_value(slot::kUpdated)) == 1'775'280'510.0);
  BOOST_TEST(unpack_strings(document.get_value(slot::kCategories)) == full_post().categories);
  BOOST_TEST(document.get_value(slot::kAuthor) == "Ada Writer");
  BOOST_TEST(document.get_value(slot::kSite) == "Example Site");
  BOOST_TEST(document.get_value(slot::kLanguage) == "en");
  BOOST_TEST(document.get_value(slot::kChange) == "1");
}

BOOST_AUTO_TEST_CASE(what_a_post_does_not_say_leaves_no_key_and_no_value) {
  auto const document = DocumentBuilder().build(archived_html("<p>words</p>")).document;
  for (auto const field :
       {Field::url, Field::category, Field::author, Field::year, Field::title_exact, Field::host}) {
    BOOST_TEST(!has_term(document, std::string(field_info(field).prefix)), field_info(field).name);
  }
  BOOST_TEST(document.get_value(slot::kPublished) == "");
  BOOST_TEST(has_term(document, key_term(Field::language, "en")));
}

BOOST_FIXTURE_TEST_CASE(the_record_holds_what_is_shown, FullPost) {
  auto const post = full_post();
  auto const record = record_of(document);
  BOOST_TEST(record.id == post_id(post.site, post.guid));
  BOOST_TEST(record.url == post.url);
  BOOST_TEST(record.title == post.title);
  BOOST_TEST(record.summary == "How compactors work.");
  BOOST_TEST(record.summary_position == outline.summary.begin);
  BOOST_TEST((record.published == post.published && record.updated == post.updated));
  BOOST_TEST(record.categories == post.categories);
  BOOST_REQUIRE(record.sections.size() == outline.sections.size());
  BOOST_TEST(record.sections[1].anchor == "plan");
  BOOST_TEST(record.sections[1].heading == "Planning");
  BOOST_TEST(record.sections[1].heading_positions == 1U);
  auto const text = RecordUnpacker().section_text(document.get_data(), 1);
  BOOST_TEST(
      text.starts_with("A planner chooses tsdb ranges.\nThe tombstone marks deletion.\nplanner.Plan(dir)"));
}

BOOST_FIXTURE_TEST_CASE(stems_come_with_the_words_they_stand_for, FullPost) {
  std::set<std::pair<std::string, std::string>> const forms(built.word_forms.begin(), built.word_forms.end());
  BOOST_TEST(forms.size() == built.word_forms.size());
  BOOST_TEST(forms.contains({stem_term(Field::text, "merg"), "merging"}));
  BOOST_TEST(forms.contains({stem_term(Field::text, "compactor"), "compactors"}));
  for (auto const& [stem, word] : forms) BOOST_TEST(stem != stem_term(Field::text, word));
}

BOOST_AUTO_TEST_CASE(the_language_of_the_post_decides_on_stems) {
  auto post = full_post();
  post.title = "Häuser";
  post.language = "de-AT";
  auto const german = DocumentBuilder().build(archived(post));
  BOOST_TEST(german.language == "de");
  BOOST_TEST(has_term(german.document, stem_term(Field::text, "haus")));
  post.language = "tlh";
  auto const klingon = DocumentBuilder().build(archived(post));
  BOOST_TEST(has_term(klingon.document, stem_term(Field::text, "hauser")));
}

BOOST_AUTO_TEST_CASE(one_builder_makes_the_same_document_whatever_it_built_before) {
  DocumentBuilder used;
  (void)used.build(archived_html("<h2>Other</h2><p>words entirely</p>"));
  auto const again = used.build(archived(full_post()));
  auto const fresh = DocumentBuilder().build(archived(full_post()));
  BOOST_TEST((again.document.serialise() == fresh.document.serialise()));
}

// Highlighting analyses a long block from the sample before a match instead of its beginning.
BOOST_AUTO_TEST_CASE(analysis_from_a_sample_gives_the_positions_the_index_has) {
  std::string html = "<p>lead</p><h2>Heading</h2><p>";
  for (int i = 0; i < 400; ++i)
    html += "The write-ahead log's snake_case_name " + std::to_string(i) + ", café (HTTP/2) ";
  html += "</p><p>short</p><pre>";
  for (int i = 0; i < 200; ++i)
    html += "std::vector&lt;int&gt; _value" + std::to_string(i) + " = readBlock(--limit);\n";
  auto const document = DocumentBuilder().build(archived_html(html + "</pre>")).document;
  auto const record = record_of(document);
  BOOST_REQUIRE(record.sections.size() == 2U);
  auto const text = RecordUnpacker().section_text(document.get_data(), 1);
  auto const& section = record.sections[1];
  std::size_t begin = 0;
  std::size_t samples = 0;
  Analyzer const analyzer;
  for (auto const& block : section.blocks) {
    auto const is_code = block.kind == BlockKind::code;
    for (auto const& sample : section.samples) {
      if (sample.byte < begin || sample.byte >= begin + block.bytes) continue;
      ++samples;
      BOOST_TEST(sample.position >= block.first_position + kSamplePositions);
      Analysis rest;
      analyzer.analyze(std::string_view(text).substr(sample.byte, begin + block.bytes - sample.byte),
                       is_code ? TextKind::code : TextKind::prose, rest);
      for (auto const& term : rest.terms()) {
        auto const stored = word_term(is_code ? Field::code : Field::text, rest.text(term));
        auto const positions = positions_of(document, stored);
        auto const wanted = sample.position + term.position;
        BOOST_REQUIRE_MESSAGE(std::find(positions.begin(), positions.end(), wanted) != positions.end(),
                              stored << " at " << wanted);
        if (term.position > 3 * kSamplePositions) break;
      }
    }
    begin += block.bytes + 1;
  }
  BOOST_TEST(samples > 50U);
}

BOOST_AUTO_TEST_CASE(short_blocks_need_no_samples) {
  auto const document = DocumentBuilder().build(archived_html("<p>just a few words</p>")).document;
  BOOST_TEST(record_of(document).sections.at(0).samples.empty());
}

BOOST_FIXTURE_TEST_CASE(names_of_any_length_fit_into_xapian, StoreFixture) {
  Post post = full_post();
  std::string const endless(5'000, 'x');
  post.site = post.guid = post.author = post.title = endless;
  post.url = "https://" + endless + ".example/" + endless;
  post.categories = {endless, std::string(300, '\0'), ""};
  post.html = "<p>" + endless + " after</p><pre>" + endless + "</pre>";
  auto const built = DocumentBuilder().build(archived(post));
  Xapian::WritableDatabase database((layout.root / "db").string());
  BOOST_CHECK_NO_THROW(database.add_document(built.document));
  for (auto it = built.document.termlist_begin(); it != built.document.termlist_end(); ++it) {
    BOOST_TEST((*it).size() <= 245U);
  }
}

BOOST_FIXTURE_TEST_CASE(no_content_makes_it_throw, StoreFixture) {
  std::mt19937 random(42);
  auto const below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  std::string_view const pieces[] = {
      "<p>",    "</p>", "<pre>", "</pre>", "<code>",  "<dfn>", "<h2 id=x>", "</h2>",  "&#0;",
      "&nbsp;", " ",    "\xFF",  "\xC3",   "<table>", "<td>",  "C++",       "日本語", "👩‍👩‍👧",
      "\u202E", "ﷺ",    "a-b-c", "::",     "<!--",    "\0x",   "İ",         "ß"};
  auto const noise = [&](std::uint32_t longest) {
    std::string text;
    for (auto left = below(longest); left > 0; --left) {
      auto const choice = below(4);
      if (choice == 0) {
        text += pieces[below(std::size(pieces))];
      } else if (choice == 1) {
        append_utf8(text, below(0xD800));
      } else if (choice == 2) {
        append_utf8(text, 0x10000 + below(0x10000));
      } else {
        text.push_back(static_cast<char>('a' + below(26)));
      }
    }
    return text;
  };
  DocumentBuilder builder;
  Xapian::WritableDatabase database((layout.root / "db").string(), Xapian::DB_NO_SYNC);
  for (int round = 0; round < 300; ++round) {
    Post post;
    post.site = noise(30);
    post.guid = noise(300);
    post.url = noise(300);
    post.title = noise(100);
    post.author = noise(100);
    post.language = noise(5);
    post.published = Timestamp(std::chrono::seconds(static_cast<std::int64_t>(random()) * 100));
    post.categories = {noise(300), noise(20)};
    post.summary = noise(200);
    post.html = noise(2'000);
    auto const built = builder.build(archived(post));
    database.replace_document(built.id_term, built.document);
    BOOST_REQUIRE(record_of(built.document).sections.size() == outline_of(built.document).sections.size());
  }
  BOOST_TEST(database.get_doccount() > 250U);
}

BOOST_AUTO_TEST_CASE(text_beyond_the_limit_is_left_out_and_told) {
  auto post = full_post();
  std::string const long_word(1'000, 'x');  // takes its position, but makes no term
  post.title.reserve(kMaxPostBytes + 2'000);
  while (post.title.size() <= kMaxPostBytes) post.title.append(long_word).push_back(' ');
  auto const built = DocumentBuilder().build(archived(post));
  BOOST_TEST(built.problems.size() == 1U);
  BOOST_TEST(record_of(built.document).title.size() <= kMaxPostBytes);
  BOOST_TEST(outline_of(built.document).sections.empty());
  BOOST_TEST(has_term(built.document, built.id_term));
}

BOOST_AUTO_TEST_CASE(an_ordinary_post_has_no_problems) {
  BOOST_TEST(DocumentBuilder().build(archived(full_post())).problems.empty());
}

// Posts of equal text are equally long, whatever exact keys they carry.
BOOST_AUTO_TEST_CASE(a_document_is_as_long_as_its_stems_and_code) {
  auto const plain = DocumentBuilder().build(archived_html("<p>one two three two</p><pre>four</pre>"));
  BOOST_TEST(length_of(plain.document) == 5U);
}

BOOST_AUTO_TEST_CASE(the_format_names_all_versions) {
  BOOST_TEST(index_format().starts_with(std::to_string(kSchemaVersion) + "."));
  auto const format = index_format();
  BOOST_TEST(std::count(format.begin(), format.end(), '.') == 3);
}

BOOST_AUTO_TEST_SUITE_END()
