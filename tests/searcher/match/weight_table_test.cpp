// Weights by name.
#include "searcher/match/weight_table.h"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <limits>
#include <set>
#include <string>

#include "common/base/error.h"

using namespace pressmark;

namespace {

NumberSettings set(std::string const& name, double value) {
  return {{name, {value, {Setter::file, "p.toml", 4}}}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(weight_table)

BOOST_AUTO_TEST_CASE(every_weight_has_a_name_of_its_own_and_a_default_in_its_range) {
  std::set<std::string_view> names;
  std::set<double const*> members;
  RankingWeights weights;
  for (auto const& entry : pressmark::weight_table()) {
    BOOST_TEST(names.insert(entry.name).second, entry.name);
    auto& member = entry.member.in(weights);
    BOOST_TEST(members.insert(&member).second, entry.name);
    BOOST_TEST((member >= entry.least && member <= entry.most), entry.name);
    BOOST_TEST(!entry.meaning.empty());
  }
}

BOOST_AUTO_TEST_CASE(settings_are_put_in_and_the_rest_stays) {
  auto settings = set("title", 3);
  settings.merge(set("boosts.title", 0));
  auto const weights = apply_weights(settings);
  BOOST_TEST(weights.title == 3);
  BOOST_TEST(weights.boosts.title == 0);
  BOOST_TEST(weights.coverage == RankingWeights{}.coverage);
  BOOST_TEST(apply_weights({}).title == RankingWeights{}.title);
}

BOOST_AUTO_TEST_CASE(a_name_no_weight_has_is_refused_with_the_nearest) {
  struct Unknown {
    char const* name;
    char const* hint;
  };
  for (auto const& [name, hint] :
       {Unknown{"titel", "did you mean title?"}, Unknown{"boost.title", "did you mean boosts.title?"},
        Unknown{"pagerank", "pressmark config show lists all"}}) {
    BOOST_CHECK_EXCEPTION((void)apply_weights(set(name, 1)), Error, [&](Error const& error) {
      BOOST_TEST(error.what() == std::string("p.toml:4: ranking has no weight \"") + name + '"');
      BOOST_TEST(error.hint() == hint);
      return error.code() == ErrorCode::bad_configuration;
    });
  }
}

BOOST_AUTO_TEST_CASE(a_value_out_of_its_range_is_refused_with_the_range) {
  for (double const value :
       {-0.5, 1.5, std::numeric_limits<double>::infinity(), std::numeric_limits<double>::quiet_NaN()}) {
    BOOST_CHECK_EXCEPTION((void)apply_weights(set("bm25_b", value)), Error, [&](Error const& error) {
      BOOST_TEST(error.what() ==
                 "p.toml:4: ranking.bm25_b is a number from 0 to 1, not " + number_text(value));
      return error.code() == ErrorCode::bad_configuration;
    });
  }
  for (double const limit : {0.0, 1.0}) BOOST_TEST(apply_weights(set("bm25_b", limit)).bm25_b == limit);
}

BOOST_AUTO_TEST_CASE(weights_that_differ_have_hashes_that_differ) {
  BOOST_TEST(weights_hash({}) == "");
  BOOST_TEST(weights_hash(apply_weights(set("title", RankingWeights{}.title))) == "");
  std::set<std::string> hashes;
  for (auto const& entry : pressmark::weight_table()) {
    for (double const value : {entry.least, entry.most}) {
      auto const hash = weights_hash(apply_weights(set(std::string(entry.name), value)));
      BOOST_TEST(hash.size() == 8U, entry.name);
      BOOST_TEST(hashes.insert(hash).second, entry.name);
    }
  }
}

BOOST_AUTO_TEST_CASE(a_number_is_written_as_people_write_it) {
  BOOST_TEST(number_text(2) == "2");
  BOOST_TEST(number_text(0.3) == "0.3");
  BOOST_TEST(number_text(10'000) == "10000");
}

BOOST_AUTO_TEST_SUITE_END()
