// JSON read value by value.
#include "indexer/json/json_items.h"

#include <boost/test/unit_test.hpp>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "tests/indexer/support/dribbling_stream.h"

using namespace pressmark;

namespace {

// Writes down what it is given; enters the paths in `entered`.
class Recorder final : public JsonVisitor {
 public:
  explicit Recorder(std::vector<std::string> entered) : entered_(std::move(entered)) {}

  JsonStep step(std::string_view path) override {
    if (path.ends_with("skipped")) return JsonStep::skip;
    bool const is_entered = std::find(entered_.begin(), entered_.end(), path) != entered_.end();
    return is_entered ? JsonStep::enter : JsonStep::take;
  }

  void take(std::string_view path, JsonValue&& value, std::size_t line) override {
    seen += std::string(path) + "@" + std::to_string(line) + "=" + written(value) + " ";
  }

  void too_large(std::string_view path, std::size_t /*line*/) override { seen += std::string(path) + "! "; }

  std::string seen;

 private:
  static std::string written(JsonValue const& value) {
    switch (value.kind) {
      case JsonValue::Kind::null:
        return "null";
      case JsonValue::Kind::boolean:
        return value.truth ? "true" : "false";
      case JsonValue::Kind::array: {
        std::string text = "[";
        for (auto const& element : value.elements) text += written(element) + ",";
        return text + "]";
      }
      case JsonValue::Kind::object: {
        std::string text = "{";
        for (auto const& [name, member] : value.members) text += name + ":" + written(member) + ",";
        return text + "}";
      }
      default:
        return value.text;
    }
  }

  std::vector<std::string> entered_;
};

struct Outcome {
  std::string seen;
  std::string fault;
};

Outcome visit(std::string_view json, InputLimits const& limits = {}, std::size_t piece = 4096) {
  DribblingStream text(json, piece);
  Recorder recorder({"", "items", "deep", "deep/*"});
  auto const fault = read_json(text, limits, recorder);
  return {recorder.seen, fault ? fault->where("f") + " " + fault->what : std::string()};
}

struct Case {
  std::string_view json;
  std::string_view seen;
  std::string_view fault = {};
};

constexpr Case kCases[] = {
    {R"({"a":1,"items":[{"b":[true,null,"x"]},2.50,"t"],"c":{}})",
     "a@1=1 items/*@1={b:[true,null,x,],} items/*@1=2.50 items/*@1=t c@1={} "},
    {"{\"items\": [\n{},\n\n[1]\n]}", "items/*@2={} items/*@4=[1,] "},
    {R"({"deep":[{"a":1,"skipped":{"x":[{}]}},{"a":2}],"skipped":[[1],{"a":2}]})",
     "deep/*/a@1=1 deep/*/a@1=2 "},
    {R"({"items":{"a":1}})", "items/a@1=1 "},
    {R"([1,"\u00e9\ud83d\ude00"])", "*@1=1 *@1=\u00e9\U0001F600 "},
    {"7", ""},
    {R"({"a":-9223372036854775808,"b":18446744073709551615,"c":1e400})",
     "a@1=-9223372036854775808 b@1=18446744073709551615 ", "f:1:61 the JSON is broken here"},
    // halves of surrogate pairs
    {R"({"a":"\ud83d","b":"\ude00\ud83d\ud83d\ude00\\ud83d"})",
     "a@1=\uFFFD b@1=\uFFFD\uFFFD\U0001F600\\ud83d "},
    // broken documents: what is whole was seen
    {R"({"items":[{"a":1},{"b")", "items/*@1={a:1,} ", "f:1:22 the JSON ends before it is complete"},
    {"{\"items\":[1,\n  x]}", "items/*@1=1 ", "f:2:3 the JSON is broken here"},
    {R"({"a":1} {})", "a@1=1 ", "f:1:9 the JSON is broken here"},
    {"", "", "f:1:0 the JSON ends before it is complete"},
    {"{\"a\":\"\xFF\"}", "", "f:1:7 the JSON is broken here"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(json_items)

BOOST_AUTO_TEST_CASE(visits_what_it_is_asked_to_in_whatever_pieces) {
  for (auto const& c : kCases) {
    for (std::size_t const piece : {1, 2, 3, 7, 4096}) {
      BOOST_TEST_CONTEXT(c.json << " in pieces of " << piece) {
        auto const outcome = visit(c.json, {}, piece);
        BOOST_TEST(outcome.seen == c.seen);
        BOOST_TEST(outcome.fault == c.fault);
      }
    }
  }
}

BOOST_AUTO_TEST_CASE(passes_over_values_beyond_the_limit_and_goes_on) {
  InputLimits limits;
  limits.item_bytes = 1'000;
  auto const long_text = std::string(500, 'x');
  auto const large = "{\"p\":[\"" + long_text + "\",{\"q\":\"" + long_text + "\",\"r\":[[]]}],\"s\":1}";
  BOOST_TEST(visit("{\"items\":[1," + large + ",2],\"b\":3}", limits).seen ==
             "items/*@1=1 items/*! items/*@1=2 b@1=3 ");
}

BOOST_AUTO_TEST_CASE(stops_at_a_text_that_does_not_end) {
  InputLimits limits;
  limits.item_bytes = 100'000;
  auto const outcome = visit("{\"a\":1,\"b\":\"" + std::string(10'000'000, 'x'), limits);
  BOOST_TEST(outcome.seen == "a@1=1 ");
  BOOST_TEST(outcome.fault.ends_with("a single text is longer than the limit of 100000 bytes"));
}

BOOST_AUTO_TEST_CASE(stops_at_deep_nesting) {
  auto const outcome = visit("{\"a\":1,\"b\":" + std::string(1'000'000, '['));
  BOOST_TEST(outcome.seen == "a@1=1 ");
  BOOST_TEST(outcome.fault.ends_with("the JSON nests deeper than the limit of 128"));
}

BOOST_AUTO_TEST_CASE(goes_through_long_documents_in_pieces) {
  std::string json = "{\"items\":[";
  for (int i = 0; i < 50'000; ++i) json += "{\"id\":\"" + std::to_string(i) + "\",\"t\":\"a\\ud83db\"},\n";
  auto const outcome = visit(json);
  BOOST_TEST(outcome.seen.ends_with("items/*@50000={id:49999,t:a\uFFFDb,} "));
  BOOST_TEST(outcome.fault == "f:50001:0 the JSON ends before it is complete");
}

BOOST_AUTO_TEST_CASE(reads_a_text_whole_or_not_at_all) {
  auto const value =
      parse_json(R"( {"a":"x","n":7,"a":"y","none":null,"list":[1,"2"],"one":{},"yes":true} )", {});
  BOOST_REQUIRE(value.has_value());
  BOOST_TEST(value->text_of("a") == "y");
  BOOST_TEST(value->text_of("n") == "7");
  BOOST_TEST(value->text_of("list").empty());
  BOOST_TEST(value->find("none") == nullptr);
  BOOST_TEST(value->list_of("list").size() == 2u);
  BOOST_TEST(value->list_of("one").size() == 1u);
  BOOST_TEST(value->list_of("none").empty());
  for (auto const* const bad : {"", "{", "{} {}", "nul", "[1,]", "\xFF"})
    BOOST_TEST(!parse_json(bad, {}), bad);
}

BOOST_AUTO_TEST_SUITE_END()
