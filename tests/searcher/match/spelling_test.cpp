// Which word of the index a word nobody wrote was meant to be.
#include "searcher/match/spelling.h"

#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "common/index/schema.h"

using namespace pressmark;

namespace {

// An index in memory of posts that each have one word.
class Words {
 public:
  Words& text(std::string_view word, int posts = 1) {
    for (int i = 0; i < posts; ++i) add({Field::text}, word);
    return *this;
  }
  Words& title(std::string_view word) {
    add({Field::text, Field::title}, word);
    return *this;
  }
  [[nodiscard]] std::string nearest(std::string const& word) const {
    TimeLimit no_limit;
    return correct_spelling(database_, word, no_limit).value_or("");
  }

 private:
  void add(std::vector<Field> const& fields, std::string_view word) {
    Xapian::Document document;
    for (auto const field : fields) document.add_posting(word_term(field, word), kFirstPosition);
    database_.add_document(document);
  }

  Xapian::WritableDatabase database_{std::string(), Xapian::DB_BACKEND_INMEMORY};
};

struct Slip {
  std::string_view written;
  std::string_view indexed;
  bool near_enough;
};

std::ostream& operator<<(std::ostream& out, Slip const& slip) {
  return out << slip.written << " for " << slip.indexed;
}

constexpr Slip kSlips[] = {
    // Up to three letters: nothing.
    {"lgo", "log", false},
    {"ab", "aab", false},
    // Four: a swap or a doubled letter.
    {"tset", "test", true},
    {"etst", "test", true},
    {"fuzy", "fuzzy", true},
    {"weeb", "web", true},
    {"tast", "test", false},
    {"indx", "index", false},
    {"stem", "stems", false},
    // Five to seven: one edit of any kind.
    {"indez", "index", true},
    {"inndex", "index", true},
    {"idnex", "index", true},
    {"nidex", "index", true},
    {"chees", "cheese", true},
    {"snipets", "snippets", true},
    {"snpets", "snippets", false},
    {"endex", "index", false},
    // From eight: two.
    {"retrevil", "retrieval", true},
    {"complition", "compilation", true},
    {"cmopactoin", "compaction", true},
    {"ocmpaction", "compaction", true},
    {"compactionxyz", "compaction", false},
    {"kompaction", "compaction", false},
    // Letters of several bytes count as one.
    {"мриа", "мира", true},
    {"вана", "ванна", true},
    {"мора", "мира", false},
    {"индкес", "индекс", true},
    {"ндиекс", "индекс", false},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(spelling)

BOOST_DATA_TEST_CASE(how_near_is_near_enough_depends_on_the_length, kSlips, slip) {
  auto const words = Words().text(slip.indexed).text("unrelated");
  BOOST_TEST(words.nearest(std::string(slip.written)) == (slip.near_enough ? slip.indexed : ""));
}

BOOST_AUTO_TEST_CASE(fewer_edits_come_before_more_posts) {
  BOOST_TEST(Words().text("compaction").text("completion", 9).nearest("compection") == "compaction");
}

BOOST_AUTO_TEST_CASE(among_equally_near_words_one_in_a_title_is_likelier) {
  BOOST_TEST(Words().text("caches", 9).title("cached").nearest("cachen") == "cached");
}

BOOST_AUTO_TEST_CASE(among_equally_near_words_the_more_frequent_is_likelier) {
  BOOST_TEST(Words().text("cached").text("caches", 2).nearest("cachen") == "caches");
  BOOST_TEST(Words().text("cached", 2).text("caches").nearest("cachen") == "cached");
}

BOOST_AUTO_TEST_CASE(terms_of_other_fields_are_no_words) {
  BOOST_TEST(Words().text("unrelated").nearest("XCcompaction") == "");
  Xapian::WritableDatabase database{std::string(), Xapian::DB_BACKEND_INMEMORY};
  Xapian::Document document;
  document.add_posting(word_term(Field::code, "compaction"), kFirstPosition);
  document.add_term(stem_term(Field::text, "compact"));
  database.add_document(document);
  TimeLimit no_limit;
  BOOST_TEST(!correct_spelling(database, "compactoin", no_limit).has_value());
}

BOOST_AUTO_TEST_CASE(an_empty_index_has_no_word_to_offer) {
  BOOST_TEST(Words().nearest("compaction") == "");
  BOOST_TEST(Words().nearest("") == "");
}

BOOST_AUTO_TEST_SUITE_END()
