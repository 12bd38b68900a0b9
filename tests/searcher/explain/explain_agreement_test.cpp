// Explanations against searches of judged queries: they agree on every post, and what they say keeps
// a post out is so.
#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "common/index/index_reader.h"
#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/stemmer.h"
#include "searcher/evaluate/evaluate.h"
#include "searcher/explain/explain.h"
#include "tests/searcher/sample_store.h"

using namespace pressmark;

namespace {

using List = std::vector<std::string>;

SearchRequest everything(std::string const& query) {
  SearchRequest request;
  request.query = query;
  request.limit = Searcher::kMaxWindow;
  return request;
}

// What a post says, read from its terms alone.
class PostText {
 public:
  PostText(Xapian::Database const& database, std::string const& id, List const& languages)
      : languages_(languages) {
    auto const document = *database.postlist_begin(key_term(Field::id, id));
    for (auto term = database.termlist_begin(document); term != database.termlist_end(document); ++term) {
      terms_.insert(*term);
      for (auto at = term.positionlist_begin(); at != term.positionlist_end(); ++at) {
        by_position_[*at].insert(*term);
      }
    }
  }

  // Whether it has `asked`: a word in any form of its stem, a phrase, the beginning of a word, or
  // one of these in a field.
  [[nodiscard]] bool has(std::string asked) const {
    std::string prefix;
    for (auto const& [name, field] : {std::pair("title:", Field::title), std::pair("code:", Field::code)}) {
      if (!asked.starts_with(name)) continue;
      asked.erase(0, std::string(name).size());
      prefix = field_info(field).prefix;
    }
    bool const is_beginning = asked.ends_with('*');
    bool const is_phrase = asked.starts_with('"');
    auto const words = words_of(asked);
    if (is_beginning) {
      auto const start = prefix + words.back();
      auto const first = terms_.lower_bound(start);
      return first != terms_.end() && first->starts_with(start);
    }
    if (words.size() > 1 || is_phrase) return stand_together(words, prefix);
    return terms_.contains(prefix + words.front()) || has_stem(words.front(), prefix);
  }

 private:
  static List words_of(std::string const& text) {
    List words;
    bool in_word = false;
    for (unsigned char const c : text) {
      bool const letter = std::isalnum(c) != 0 || c >= 0x80 || c == '+' || c == '#';
      if (letter && !in_word) words.emplace_back();
      if (letter) words.back() += static_cast<char>(c);
      in_word = letter;
    }
    return words;
  }

  [[nodiscard]] bool has_stem(std::string const& word, std::string const& prefix) const {
    return std::any_of(languages_.begin(), languages_.end(), [&](std::string const& language) {
      return terms_.contains("Z" + prefix + std::string(Stemmer(language).stem(word)));
    });
  }

  [[nodiscard]] bool stand_together(List const& words, std::string const& prefix) const {
    return std::any_of(by_position_.begin(), by_position_.end(), [&](auto const& start) {
      auto at = start.first;
      return std::all_of(words.begin(), words.end(), [&](std::string const& word) {
        auto const terms = by_position_.find(at++);
        return terms != by_position_.end() && terms->second.contains(prefix + word);
      });
    });
  }

  List languages_;
  std::set<std::string> terms_;
  std::map<Xapian::termpos, std::set<std::string>> by_position_;
};

// The sample blog, what every post of it says, and the queries judged for it.
struct SampleBlog {
  SampleBlog() : searcher(store.layout()) {
    posts = searcher.search(everything(""), kSampleNow).hits;
    IndexReader(store.layout()).read([&](Xapian::Database const& database, IndexInfo const& info) {
      for (auto const& post : posts) texts.emplace(post.id, PostText(database, post.id, info.languages));
      return 0;
    });
  }

  static std::filesystem::path data() { return PRESSMARK_SOURCE_DIR "/data"; }

  SampleStore store{data() / "posts.xml"};
  Searcher searcher;
  std::vector<Hit> posts;
  std::map<std::string, PostText> texts;  // by id
  std::vector<JudgedQuery> queries = read_judgements(data() / "judgements.tsv");
};

double sum_of_first_stage(Explanation const& explanation) {
  double sum = 0;
  for (auto const& part : explanation.first_stage) sum += part.score;
  return sum;
}

// All of `numbers` are one, but for rounding.
bool are_equal(std::vector<double> const& numbers) {
  return std::all_of(numbers.begin(), numbers.end(), [&](double number) {
    return std::abs(number - numbers.front()) <= 1e-9 * std::abs(numbers.front());
  });
}

// The share of a query that a post has, by the words of its explanation.
double share_of(std::vector<ExplainedWord> const& words) {
  double all = 0;
  double found = 0;
  for (auto const& word : words) {
    if (word.set_aside) continue;
    all += word.weight;
    if (!word.forms.empty()) found += word.weight;
  }
  return found / all;
}

bool shares_a_name(List const& names, List const& asked) {
  return std::any_of(asked.begin(), asked.end(), [&](std::string const& one) {
    return std::any_of(names.begin(), names.end(),
                       [&](std::string const& name) { return name_key(name) == name_key(one); });
  });
}

void check_truth(Obstacle const& obstacle, Explanation const& explanation, Hit const& post,
                 PostText const& text) {
  switch (obstacle.kind) {
    case ObstacleKind::word:
      for (auto const& word : obstacle.asked) {
        // A group is missing as a whole: none of what explain tells of is in it.
        if (word.starts_with('(')) continue;
        BOOST_TEST_CONTEXT(word) BOOST_TEST(text.has(word) == obstacle.excluded);
      }
      break;
    case ObstacleKind::category:
      BOOST_TEST(shares_a_name(post.categories, obstacle.asked) == obstacle.excluded);
      break;
    case ObstacleKind::date:
      BOOST_REQUIRE(post.published.has_value());
      BOOST_TEST((format_day(*post.published) < obstacle.asked.front() ||
                  (!obstacle.asked.back().empty() && format_day(*post.published) > obstacle.asked.back())));
      break;
    case ObstacleKind::coverage:
      BOOST_TEST(obstacle.value < obstacle.limit);
      BOOST_TEST(obstacle.value == share_of(explanation.words), boost::test_tools::tolerance(1e-9));
      break;
    default:
      BOOST_ERROR("no other reason can keep a post of a small blog out");
  }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explain_agreement)

BOOST_AUTO_TEST_CASE(every_post_is_explained_with_the_place_and_the_score_that_search_gives_it) {
  SampleBlog blog;
  for (auto const& judged : blog.queries) {
    auto const request = everything(judged.query);
    auto const results = blog.searcher.search(request, kSampleNow);
    std::vector<double> tops;         // the best sum of parts, by each post
    std::vector<double> first_stage;  // the best score of the first stage, by each post
    for (std::size_t i = 0; i < results.hits.size(); ++i) {
      auto const& hit = results.hits[i];
      BOOST_TEST_CONTEXT(judged.query << " at " << hit.url) {
        auto const explanation = blog.searcher.explain(request, hit.url, kSampleNow);
        BOOST_TEST(explanation.rank == i + 1);
        BOOST_TEST(explanation.total == results.total);
        BOOST_TEST(explanation.ranked.score == hit.score);
        BOOST_TEST(explanation.obstacles.empty());
        BOOST_TEST(explanation.above.size() == std::min<std::size_t>(i, 3));
        if (explanation.by_date) continue;
        auto const& parts = explanation.ranked.parts;
        BOOST_REQUIRE(!parts.empty());
        tops.push_back(add_up(parts) / hit.score);
        BOOST_TEST(parts.front().name == "first stage");
        first_stage.push_back(sum_of_first_stage(explanation) / parts.front().value);
        for (auto const& section : explanation.sections) {
          auto score = add_up(section.parts);
          for (auto const& factor : section.factors) score *= factor.value;
          BOOST_TEST(section.score == score, boost::test_tools::tolerance(1e-9));
        }
      }
    }
    BOOST_TEST_CONTEXT(judged.query) {
      BOOST_TEST(are_equal(tops));
      BOOST_TEST(are_equal(first_stage));
    }
  }
}

BOOST_AUTO_TEST_CASE(every_post_outside_an_answer_has_reasons_that_are_true) {
  SampleBlog blog;
  std::vector<SearchRequest> requests;
  for (auto const& judged : blog.queries) requests.push_back(everything(judged.query));
  for (auto const* query :
       {"index -word", "category:unicode -feed", "search before:2024", "\"query log\" OR stemming"}) {
    requests.push_back(everything(query));
  }
  std::size_t outside = 0;
  for (auto const& request : requests) {
    auto const results = blog.searcher.search(request, kSampleNow);
    for (auto const& post : blog.posts) {
      if (std::any_of(results.hits.begin(), results.hits.end(),
                      [&](Hit const& hit) { return hit.id == post.id; }))
        continue;
      BOOST_TEST_CONTEXT(request.query << " without " << post.url) {
        auto const explanation = blog.searcher.explain(request, post.id, kSampleNow);
        BOOST_TEST(explanation.rank == 0U);
        BOOST_TEST(!explanation.obstacles.empty());
        for (auto const& obstacle : explanation.obstacles) {
          check_truth(obstacle, explanation, post, blog.texts.at(post.id));
        }
        ++outside;
      }
    }
  }
  BOOST_TEST(outside > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
