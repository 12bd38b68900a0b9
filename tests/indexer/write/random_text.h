// Text to index that differs from post to post.
#pragma once

#include <iterator>
#include <random>
#include <string>

namespace pressmark {

// A few sentences of words that stem, compound and repeat.
class RandomText {
 public:
  explicit RandomText(unsigned seed) : random_(seed) {}
  std::string html() {
    static char const* const kWords[] = {"engine", "engines", "write-ahead", "compacting",
                                         "Häuser", "HTTP/2",  "the",         "reader",
                                         "C++",    "日本語",  "naïve",       "snake_case"};
    std::string html;
    for (auto paragraphs = 1 + below(4); paragraphs > 0; --paragraphs) {
      html +=
          below(3) == 0 ? "<h2 id='a'>Heading " + std::to_string(below(5)) + "</h2><p>" : std::string("<p>");
      for (auto words = 1 + below(30); words > 0; --words)
        html += std::string(kWords[below(std::size(kWords))]) + ' ';
      html += below(4) == 0 ? "</p><pre>code(" + std::to_string(below(9)) + ")</pre>" : std::string("</p>");
    }
    return html;
  }
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

 private:
  std::mt19937 random_;
};

}  // namespace pressmark
