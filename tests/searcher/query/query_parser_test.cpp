// What the query box makes of what people type.
#include "searcher/query/query_parser.h"

#include <array>
#include <boost/test/unit_test.hpp>
#include <random>
#include <string>
#include <vector>

#include "common/date/parse_date.h"
#include "common/strings/utf8.h"

using namespace pressmark;

namespace {

std::vector<std::string> const kEnglish{"en"};

Query parse(std::string_view text) {
  auto const now = parse_date("2026-04-10T12:00:00Z").value();
  return parse_query(text, {.languages = kEnglish, .now = now, .limits = {}});
}

std::string print(QueryNode const& node);

std::string print(std::vector<QueryNode> const& nodes, char const* separator) {
  std::string text;
  for (auto const& node : nodes) text += (text.empty() ? "" : separator) + print(node);
  return text;
}

std::string print(QueryWord const& word) {
  std::string text;
  for (auto const& part : word.parts) text += (text.empty() ? "" : "_") + part;
  if (!word.joined.empty()) text += "=" + word.joined;
  return text;
}

// A short form of the tree: title:(a b), "a b", a*, (a | b).
std::string print(QueryNode const& node) {
  std::string scope;
  if (node.scope == QueryScope::title) scope = "title:";
  if (node.scope == QueryScope::code) scope = "code:";
  std::string words;
  for (auto const& word : node.words) words += (words.empty() ? "" : " ") + print(word);
  switch (node.kind) {
    case NodeKind::word:
      return scope + words;
    case NodeKind::phrase:
      return scope + '"' + words + '"';
    case NodeKind::prefix:
      return scope + words + '*';
    case NodeKind::all:
      return '(' + print(node.children, " ") + ')';
    case NodeKind::any:
      return '(' + print(node.children, " | ") + ')';
  }
  return {};
}

std::string print(Query const& query) {
  auto text = print(query.wanted, " ");
  for (auto const& node : query.excluded) text += " -" + print(node);
  return text;
}

struct Case {
  char const* query;
  char const* want;
};

void check(std::vector<Case> const& cases) {
  for (auto const& [query, want] : cases) {
    BOOST_TEST_CONTEXT("query " << query) {
      BOOST_TEST(print(parse(query)) == want);
    }
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(query_parser)

BOOST_AUTO_TEST_CASE(words_phrases_and_exclusions_are_told_apart) {
  check({
      {"write ahead log", "write ahead log"},
      {"\"rename then delete\"", "\"rename then delete\""},
      {"“rename then delete”", "\"rename then delete\""},
      {"compaction -postgres", "compaction -postgres"},
      {"a -\"b c\" d", "a d -\"b c\""},
      {"compac*", "compac*"},
      {"redis OR memcached", "(redis | memcached)"},
      {"a OR b OR c d", "(a | b | c) d"},
      {"(a b) OR c", "((a b) | c)"},
      {"fast (redis OR memcached)", "fast (redis | memcached)"},
      {"systems (like TSS) for sharing", "systems like tss for sharing"},
      {"cats AND dogs", "cats dogs"},
      {"cats NOT dogs", "cats -dogs"},
  });
}

BOOST_AUTO_TEST_CASE(hyphen_variants_and_identifiers_are_one_word_with_parts) {
  check({
      {"http-2", "http_2=http2"},
      {"HTTP‑2", "http_2=http2"},
      {"HTTP/2", "http_2=http2"},
      {"InjectedToolCallId", "injected_tool_call_id=injectedtoolcallid"},
      {"façade", "facade"},
      {"--dry-run", "dry_run=dryrun"},
  });
}

BOOST_AUTO_TEST_CASE(fields_reach_the_operand_behind_them) {
  check({
      {"title:compaction", "title:compaction"},
      {"title:\"single brain\"", "title:\"single brain\""},
      {"title:(engine brain) log", "title:engine title:brain log"},
      {"code:session_scope", "code:session_scope=sessionscope"},
      {"Title:x", "title:x"},
  });
}

BOOST_AUTO_TEST_CASE(an_unknown_prefix_is_text) {
  check({
      {"branch:to:", "branch_to=branchto"},
      {"std::vector", "std_vector=stdvector"},
      {"title: engine", "title engine"},
  });
}

BOOST_AUTO_TEST_CASE(malformed_input_is_read_as_words_with_a_warning) {
  for (auto const& [query, want] : std::vector<Case>{
           {"how do I AND", "how do i and"},
           {"AND", "and"},
           {"OR", "or"},
           {"foo OR", "foo or"},
           {"\"unclosed phrase", "unclosed phrase"},
           {"(open bracket", "open bracket"},
           {"closed) bracket", "closed bracket"},
           {"before:yesterday news", "before yesterday news"},
       }) {
    BOOST_TEST_CONTEXT("query " << query) {
      auto const parsed = parse(query);
      BOOST_TEST(print(parsed) == want);
      BOOST_TEST(parsed.warnings.size() == 1u);
    }
  }
}

BOOST_AUTO_TEST_CASE(not_before_a_function_word_is_emphasis) {
  BOOST_TEST(print(parse("when NOT to retry")) == "when not to retry");
  BOOST_TEST(parse("when NOT to retry").excluded.empty());
}

BOOST_AUTO_TEST_CASE(filters_leave_the_words) {
  auto const query = parse("category:Python author:\"Field Notes\" -tag:news lang:en timeouts");
  BOOST_TEST(print(query) == "timeouts");
  BOOST_TEST(query.filters.categories.wanted == std::vector<std::string>{"Python"});
  BOOST_TEST(query.filters.categories.excluded == std::vector<std::string>{"news"});
  BOOST_TEST(query.filters.authors.wanted == std::vector<std::string>{"Field Notes"});
  BOOST_TEST(query.filters.languages.wanted == std::vector<std::string>{"en"});
}

BOOST_AUTO_TEST_CASE(date_words_set_inclusive_bounds) {
  struct DateCase {
    char const* query;
    char const* since;
    char const* until;
  };
  for (auto const& c : {DateCase{"date:2024", "2024-01-01T00:00:00Z", "2024-12-31T23:59:59Z"},
                        DateCase{"date:2023-05..2024", "2023-05-01T00:00:00Z", "2024-12-31T23:59:59Z"},
                        DateCase{"after:2026-03-14", "2026-03-14T00:00:00Z", nullptr},
                        DateCase{"from:2026-03", "2026-03-01T00:00:00Z", nullptr},
                        DateCase{"before:2026-03-14", nullptr, "2026-03-14T23:59:59Z"},
                        DateCase{"to:2025-12-31", nullptr, "2025-12-31T23:59:59Z"},
                        DateCase{"date:..2024", nullptr, "2024-12-31T23:59:59Z"}}) {
    BOOST_TEST_CONTEXT("query " << c.query) {
      auto const filters = parse(c.query).filters;
      BOOST_TEST((filters.since ? format_rfc3339(*filters.since) : "none") == (c.since ? c.since : "none"));
      BOOST_TEST((filters.until ? format_rfc3339(*filters.until) : "none") == (c.until ? c.until : "none"));
    }
  }
}

BOOST_AUTO_TEST_CASE(warnings_point_at_their_place) {
  auto const query = parse("notes before:never");
  BOOST_REQUIRE(query.warnings.size() == 1u);
  BOOST_TEST(query.warnings[0].begin == 6u);
  BOOST_TEST(query.warnings[0].end == 18u);
}

BOOST_AUTO_TEST_CASE(function_words_are_marked) {
  auto const query = parse("how to index posts");
  BOOST_TEST(query.wanted[0].words[0].stop_word);
  BOOST_TEST(query.wanted[1].words[0].stop_word);
  BOOST_TEST(!query.wanted[2].words[0].stop_word);
}

BOOST_AUTO_TEST_CASE(text_beyond_the_limits_is_dropped_with_a_warning) {
  auto const query = parse(std::string(100'000, 'x') + " y");
  BOOST_TEST(query.warnings.size() == 1u);
  std::string many;
  for (int i = 0; i < 500; ++i) many += "w" + std::to_string(i) + " ";
  auto const cut = parse(many);
  BOOST_TEST(cut.wanted.size() == QueryLimits{}.words);
  BOOST_TEST(!cut.warnings.empty());
}

BOOST_AUTO_TEST_CASE(nothing_is_too_odd_to_be_read) {
  std::array const pieces{"(",      ")",         "\"",    "“",        "-",     "OR", "AND",  "NOT",
                          "title:", "category:", "date:", "..",       "*",     ":",  "word", "c++",
                          "\xff",   "é",         " ",     "\xe2\x80", "code:", "--", "中文", "a.b"};
  std::mt19937 random(7);
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (auto count = random() % 12; count-- > 0;) text += pieces[random() % pieces.size()];
    auto const query = parse(text);
    for (auto const& warning : query.warnings) {
      BOOST_REQUIRE(warning.begin <= warning.end);
      BOOST_REQUIRE(warning.end <= text.size());
    }
  }
  BOOST_TEST(print(parse(std::string(5'000, '('))).empty());
}

BOOST_AUTO_TEST_SUITE_END()
