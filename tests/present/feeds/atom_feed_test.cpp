// Searches as Atom, read back by an XML parser.
#include "present/feeds/atom_feed.h"

#include <algorithm>
#include <boost/test/data/test_case.hpp>
#include <boost/test/unit_test.hpp>
#include <tinyxml2.h>

#include "common/date/parse_date.h"
#include "common/strings/utf8.h"
#include "sample_feed.h"

using namespace pressmark;

namespace {

// A feed as its reader gets it.
class ReadFeed {
 public:
  explicit ReadFeed(std::string const& xml) {
    BOOST_REQUIRE_EQUAL(document_.Parse(xml.data(), xml.size()), tinyxml2::XML_SUCCESS);
    BOOST_REQUIRE_EQUAL(feed().Name(), "feed");
  }

  [[nodiscard]] tinyxml2::XMLElement const& feed() const { return *document_.RootElement(); }
  [[nodiscard]] tinyxml2::XMLElement const& entry(std::size_t number) const {
    auto const* entry = feed().FirstChildElement("entry");
    for (; number > 0; --number) entry = entry->NextSiblingElement("entry");
    return *entry;
  }

 private:
  tinyxml2::XMLDocument document_;
};

// The text of a child that has to be there.
std::string text(tinyxml2::XMLElement const& element, char const* child) {
  auto const* const found = element.FirstChildElement(child);
  BOOST_REQUIRE_MESSAGE(found != nullptr, child);
  return found->GetText() == nullptr ? "" : found->GetText();
}

std::string link(tinyxml2::XMLElement const& element, std::string_view relation) {
  for (auto const* link = element.FirstChildElement("link"); link != nullptr;
       link = link->NextSiblingElement("link")) {
    if (link->Attribute("rel") == relation) return link->Attribute("href");
  }
  return {};
}

// The production Char of XML 1.0, byte by byte and without U+FFFE and U+FFFF.
bool is_xml_text(std::string_view xml) {
  auto const is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
  };
  return is_valid_utf8(xml) && std::ranges::none_of(xml, is_control) &&
         xml.find("\xEF\xBF\xBE") == std::string_view::npos &&
         xml.find("\xEF\xBF\xBF") == std::string_view::npos;
}

struct Nasty {
  std::string_view written;
  char const* read;
};
std::ostream& operator<<(std::ostream& out, Nasty const& one) {
  return out << one.read;
}
constexpr std::string_view kNul{"a\0b", 3};
Nasty const kNasty[] = {
    {"</title><script>x</script>", "</title><script>x</script>"},
    {"]]> <![CDATA[ <!-- -->", "]]> <![CDATA[ <!-- -->"},
    {"&amp; &#0; &bogus; \"'", "&amp; &#0; &bogus; \"'"},
    {"bell\x07 escape\x1b[31m", "bell\xEF\xBF\xBD escape\xEF\xBF\xBD[31m"},
    {kNul,
     "a\xEF\xBF\xBD"
     "b"},
    {"not\xFFutf8\xC3", "not\xEF\xBF\xBDutf8\xEF\xBF\xBD"},
    {"\xEF\xBF\xBE\xEF\xBF\xBF", "\xEF\xBF\xBD\xEF\xBF\xBD"},
    {"\xED\xA0\x80 surrogate", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD surrogate"},
    {"𝔘nicode \xE2\x80\xAEright to left", "𝔘nicode \xE2\x80\xAEright to left"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(atom_feed)

BOOST_AUTO_TEST_CASE(a_feed_has_what_rfc_4287_asks_for) {
  ReadFeed const read(pressmark::atom_feed(sample_feed(kAtomFeed)));
  auto const& feed = read.feed();
  BOOST_TEST(feed.Attribute("xmlns") == "http://www.w3.org/2005/Atom");
  BOOST_TEST(text(feed, "id").starts_with("urn:uuid:"));
  BOOST_TEST(text(feed, "title") == "größe ledger – Notes & more");
  BOOST_TEST(text(feed, "updated") == "2026-04-03T05:28:30Z");
  BOOST_TEST(link(feed, "self") ==
             "https://search.example/find/search.atom?q=gr%C3%B6%C3%9Fe+ledger&limit=2");
  BOOST_TEST(link(feed, "alternate") ==
             "https://search.example/find/search?q=gr%C3%B6%C3%9Fe+ledger&sort=newest");
  BOOST_TEST(link(feed, "next") ==
             "https://search.example/find/search.atom?q=gr%C3%B6%C3%9Fe+ledger&limit=2&page=2");
  BOOST_TEST(link(feed, "search") == "https://search.example/find/opensearch.xml");
  BOOST_TEST(text(feed, "opensearch:totalResults") == "7");
  BOOST_TEST(text(feed, "opensearch:startIndex") == "1");
  BOOST_TEST(text(feed, "opensearch:itemsPerPage") == "2");
  BOOST_TEST(feed.FirstChildElement("opensearch:Query")->Attribute("searchTerms") == "größe ledger");
}

BOOST_AUTO_TEST_CASE(an_entry_says_all_that_is_known_of_a_post) {
  auto results = sample_results();
  results.hits[0].updated = parse_date("2026-04-05T00:00:00Z").value();
  ReadFeed const read(pressmark::atom_feed(sample_feed(kAtomFeed, results)));
  auto const& entry = read.entry(0);
  BOOST_TEST(entry.Attribute("xml:lang") == "en");
  BOOST_TEST(text(entry, "id") == "urn:uuid:01234567-89ab-8def-8123-456789abcdef");
  BOOST_TEST(text(entry, "title") == "Der Größenwahn <of> ledgers");
  BOOST_TEST(text(entry, "published") == "2026-04-03T05:28:30Z");
  BOOST_TEST(text(entry, "updated") == "2026-04-05T00:00:00Z");
  BOOST_TEST(text(*entry.FirstChildElement("author"), "name") == "Ada Writer");
  BOOST_TEST(link(entry, "alternate") == "https://example.org/2026/ledger#growth");
  BOOST_TEST(entry.FirstChildElement("category")->Attribute("term") == "Storage");
  BOOST_TEST(entry.LastChildElement("category")->Attribute("term") == "Ledgers & more");
  BOOST_TEST(entry.FirstChildElement("media:thumbnail")->Attribute("url") ==
             "https://example.org/ledger.png");
  BOOST_TEST(text(entry, "summary") == "Why ledgers grow.");
  BOOST_TEST(entry.FirstChildElement("content")->Attribute("type") == "html");
  BOOST_TEST(text(entry, "content").find("<p>🚀 <mark>ledgers</mark> &quot;grow&quot;") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_not_known_is_stood_for_or_left_out) {
  auto results = sample_results();
  results.hits[1].site = "example.org";
  ReadFeed const read(pressmark::atom_feed(sample_feed(kAtomFeed, results)));
  auto const& entry = read.entry(1);
  BOOST_TEST(text(entry, "title").empty());
  BOOST_TEST(text(entry, "updated") == "1970-01-01T00:00:00Z");
  BOOST_TEST(text(*entry.FirstChildElement("author"), "name") == "example.org");
  BOOST_TEST(text(entry, "content").empty());
  for (auto const* name : {"published", "category", "media:thumbnail", "summary"}) {
    BOOST_TEST(entry.FirstChildElement(name) == nullptr, name);
  }
  BOOST_TEST(entry.Attribute("xml:lang") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_search_that_finds_nothing_is_a_feed_without_entries) {
  SearchResults results;
  ReadFeed const read(pressmark::atom_feed(sample_feed(kAtomFeed, results)));
  BOOST_TEST(read.feed().FirstChildElement("entry") == nullptr);
  BOOST_TEST(text(read.feed(), "updated") == "1970-01-01T00:00:00Z");
  BOOST_TEST(link(read.feed(), "next").empty());
}

BOOST_DATA_TEST_CASE(no_text_breaks_the_document, boost::unit_test::data::make(kNasty), nasty) {
  auto results = sample_results();
  auto& hit = results.hits[0];
  std::string const text_of_post(nasty.written);
  hit.title = {text_of_post, {}};
  hit.author = hit.site = hit.summary = hit.language = text_of_post;
  hit.categories = {text_of_post};
  hit.image = hit.url = "https://example.org/" + text_of_post;
  hit.sections[0].snippet = hit.sections[0].heading = {text_of_post, {{0, 3}}};
  hit.sections[0].url = "https://example.org/#" + text_of_post;
  auto address = sample_address();
  address.query = text_of_post;
  address.categories = {text_of_post};
  auto const xml = pressmark::atom_feed(sample_feed(kAtomFeed, results, address));
  BOOST_TEST(is_xml_text(xml));
  ReadFeed const read(xml);
  auto const& entry = read.entry(0);
  BOOST_TEST(text(entry, "title") == nasty.read);
  BOOST_TEST(text(entry, "summary") == nasty.read);
  BOOST_TEST(entry.Attribute("xml:lang") == nasty.read);
  BOOST_TEST(entry.FirstChildElement("category")->Attribute("term") == nasty.read);
  BOOST_TEST(link(entry, "alternate") == "https://example.org/#" + std::string(nasty.read));
  BOOST_TEST(read.feed().FirstChildElement("opensearch:Query")->Attribute("searchTerms") == nasty.read);
}

BOOST_AUTO_TEST_SUITE_END()
