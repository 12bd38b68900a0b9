// Weights of the first stage that are part of the query tree.
#pragma once

namespace pressmark {

struct FieldBoosts {
  double code = 0.3;   // a word in code, against the same word in prose
  double title = 0.1;  // added where the title has the word
  double heading = 0.2;
  double tag = 0.2;
  double slug = 0.3;
  double definition = 0.2;
  double phrase = 0.3;  // added where the words of the query stand together
  double exact_title = 20;
};

}  // namespace pressmark
