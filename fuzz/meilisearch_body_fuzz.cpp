// Bodies and parameters of Meilisearch's API: any bytes are a search, or a fault that can be answered. The
// first byte chooses what they are.
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "fuzz/fuzz_target.h"
#include "present/meilisearch/error_answer.h"
#include "server/http/parameters.h"
#include "server/meilisearch/search_body.h"

using namespace pressmark;

namespace {

template <typename Search>
void require_answer(MeilisearchResult<Search> const& search) {
  if (!search) require(!error_answer(search.error()).empty(), "a fault can be answered");
}

std::vector<std::pair<std::string, std::string>> parameters_in(std::string_view text) {
  std::vector<std::pair<std::string, std::string>> parameters;
  for (auto& [name, value] : parse_parameters(text))
    parameters.emplace_back(std::move(name), std::move(value));
  return parameters;
}

}  // namespace

int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  if (size == 0) return 0;
  auto const text = std::string_view(reinterpret_cast<char const*>(data), size).substr(1);
  switch (data[0] % 4) {
    case 0:
      require_answer(read_search_body(text));
      break;
    case 1:
      require_answer(read_multi_search_body(text));
      break;
    case 2:
      require_answer(read_facet_search_body(text));
      break;
    default:
      require_answer(read_search_parameters(parameters_in(text)));
      break;
  }
  return 0;
}
