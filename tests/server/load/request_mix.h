// Requests as readers, programs, watchers and strangers send them, drawn at random.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace pressmark {

// In which form a request is answered, errors included.
enum class AnswerForm { page, api, meilisearch, notice };

struct LoadRequest {
  std::string method = "GET";
  std::string target;
  std::string headers{};  // whole lines
  std::string body{};
  AnswerForm form = AnswerForm::api;
  std::vector<int> statuses{200};  // that it may be answered with

  [[nodiscard]] std::string text() const;
};

// The same seed gives the same requests.
class RequestMix {
 public:
  explicit RequestMix(std::uint32_t seed) : random_(seed) {}

  [[nodiscard]] LoadRequest next();

  // True once in `times`.
  [[nodiscard]] bool one_in(std::size_t times) { return below(times) == 0; }

 private:
  [[nodiscard]] std::size_t below(std::size_t end) { return random_() % end; }
  template <typename Choices>
  [[nodiscard]] auto const& one_of(Choices const& choices) {
    return choices[below(std::size(choices))];
  }

  [[nodiscard]] std::string word();
  [[nodiscard]] std::string query();
  [[nodiscard]] std::string noise();
  [[nodiscard]] std::string parameters();

  [[nodiscard]] LoadRequest search();
  [[nodiscard]] LoadRequest completion();
  [[nodiscard]] LoadRequest meilisearch();
  [[nodiscard]] LoadRequest notice();
  [[nodiscard]] LoadRequest mistake();

  std::mt19937 random_;  // whose numbers the standard fixes
};

}  // namespace pressmark
