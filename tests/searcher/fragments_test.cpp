// Snippets of several fragments over random posts: pieces of the section's own text in its order, and
// highlights on every word that matched and on nothing else.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

// No word of these is a form or a part of another.
std::vector<std::string> const kWords{"anchor", "brücke", "copper", "naïve",
                                      "ember",  "fjord",  "garden", "harbour"};
std::vector<std::string> const kEnds{" ",  " ",  " ",   " ",  " ",  ", ", ". ",
                                     "! ", "; ", " – ", ": ", " (", ") "};
constexpr std::string_view kEllipsis = "…";

template <typename T>
T const& pick(std::vector<T> const& from, std::mt19937& random) {
  return from[random() % from.size()];
}

// Words in some order, many of them without a second place in the text, each shorter than half a fragment.
std::string random_block(std::mt19937& random) {
  std::string text;
  auto const words = 1 + random() % 120;
  for (std::size_t i = 0; i < words; ++i) {
    text += random() % 3 == 0 ? pick(kWords, random) : "x" + std::to_string(random());
    text += i + 1 < words ? pick(kEnds, random) : ".";
  }
  return text;
}

// A post of one section, with the text that it is known to have.
struct RandomPost {
  std::string html;
  std::string text;
};

RandomPost random_post(std::mt19937& random) {
  RandomPost post;
  for (auto blocks = 1 + random() % 6; blocks > 0; --blocks) {
    auto const block = random_block(random);
    post.html += "<p>" + block + "</p>";
    post.text += (post.text.empty() ? "" : " ") + block;
  }
  return post;
}

std::vector<std::string> pieces_of(std::string_view snippet) {
  if (snippet.starts_with(kEllipsis)) snippet.remove_prefix(kEllipsis.size());
  if (snippet.ends_with(kEllipsis)) snippet.remove_suffix(kEllipsis.size());
  std::vector<std::string> pieces;
  auto const between = ' ' + std::string(kEllipsis) + ' ';
  for (;;) {
    auto const at = snippet.find(between);
    pieces.emplace_back(snippet.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    snippet.remove_prefix(at + between.size());
  }
}

// Empty if the pieces stand in `text` one after another, whole words each; else the first that does not.
std::string misplaced_piece(std::vector<std::string> const& pieces, std::string const& text) {
  std::size_t from = 0;
  for (auto const& piece : pieces) {
    auto const at = text.find(piece, from);
    if (piece.empty() || at == std::string::npos) return '[' + piece + ']';
    auto const end = at + piece.size();
    if ((at > 0 && text[at - 1] != ' ') || (end < text.size() && text[end] != ' ')) return '[' + piece + ']';
    from = end;
  }
  return {};
}

std::size_t count(std::string_view text, std::string_view word) {
  std::size_t found = 0;
  for (auto at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) ++found;
  return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fragments)

BOOST_AUTO_TEST_CASE(fragments_are_pieces_of_the_text_and_light_up_what_matched) {
  std::mt19937 random(11);
  std::vector<RandomPost> texts;
  std::vector<SamplePost> posts;
  for (int i = 0; i < 25; ++i) {
    auto const& post = texts.emplace_back(random_post(random));
    posts.push_back({std::to_string(i), "Untitled", "", {}, post.html});
  }
  SampleStore const store(posts);
  Searcher searcher(store.layout());
  std::size_t several = 0;
  for (int i = 0; i < 400; ++i) {
    std::set<std::string> const wanted{pick(kWords, random), pick(kWords, random)};
    SearchRequest request;
    for (auto const& word : wanted) request.query += word + ' ';
    request.fragments = 1 + random() % 4;
    request.snippet_bytes = 40 + random() % 300;
    request.limit = 25;
    for (auto const& hit : searcher.search(request, kSampleNow).hits) {
      auto const& snippet = hit.sections.at(0).snippet;
      auto const pieces = pieces_of(snippet.text);
      auto const& text = texts[std::stoul(hit.url.substr(hit.url.rfind('/') + 1))].text;
      BOOST_TEST_CONTEXT(request.query << "by " << request.snippet_bytes << " bytes: " << snippet.text) {
        BOOST_TEST(misplaced_piece(pieces, text) == "");
        BOOST_TEST(pieces.size() <= request.fragments);
        std::size_t matches = 0;
        for (auto const& word : wanted) matches += count(snippet.text, word);
        BOOST_TEST(snippet.highlights.size() == matches);
        for (auto const& range : snippet.highlights) {
          BOOST_TEST(wanted.contains(snippet.text.substr(range.begin, range.end - range.begin)));
        }
      }
      if (pieces.size() > 1) ++several;
    }
  }
  BOOST_TEST(several > 1'000U);
}

BOOST_AUTO_TEST_SUITE_END()
