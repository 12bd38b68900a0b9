// A planned query to Xapian's query tree.
#pragma once

#include <string>
#include <string_view>
#include <vector>
#include <xapian.h>

#include "searcher/query/field_boosts.h"
#include "searcher/query/query.h"
#include "searcher/query/query_plan.h"

namespace pressmark {

// What of a row of nodes must be matched: all of it; phrases, operators and fields, which mean
// what they say, while any of the plain words will do; or any node.
enum class WordPolicy { all, any_word, any_node };

// The text of the planned query; matches nothing if it holds no words. Stop words are left out
// while others remain. Phrases are looked for in what `within` matches (TimedPhrases) if it is not empty.
[[nodiscard]] Xapian::Query compile_words(QueryPlan const& plan, WordPolicy policy, FieldBoosts const& boosts,
                                          Xapian::Query const& within = {});

// What each of `plan.nodes` is matched and weighed by: compile_words() puts these together. Empty
// for stop words that are left out.
[[nodiscard]] std::vector<Xapian::Query> compile_each(QueryPlan const& plan, FieldBoosts const& boosts);

// One of the things that add to the score of posts that match anyway. Names are literals.
struct Boost {
  std::string_view name;
  Xapian::Query query;
};

struct Boosts {
  std::vector<Boost> fields;  // by the field's name; one for each word
  Boost phrase;               // its query is empty where the words cannot stand together
};

// Where title, headings, tags, URL or definitions have the words, where the words are the title
// (`exact_title_term`, empty if no post has it), and where they stand together.
[[nodiscard]] Boosts list_boosts(QueryPlan const& plan, std::string const& exact_title_term,
                                 FieldBoosts const& boosts, Xapian::Query const& within = {});

// `words` with all of list_boosts().
[[nodiscard]] Xapian::Query add_boosts(Xapian::Query const& words, QueryPlan const& plan,
                                       std::string const& exact_title_term, FieldBoosts const& boosts,
                                       Xapian::Query const& within = {});

// The filters; an empty query if there are none.
[[nodiscard]] Xapian::Query compile_filters(Filters const& filters);

}  // namespace pressmark
