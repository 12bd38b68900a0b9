// Looking a field up.
#include "indexer/markdown/front_value.h"

#include "common/base/ascii.h"

namespace pressmark {

FrontValue const* FrontValue::find(std::string_view name) const {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (equal_ignoring_case(names[i], name)) return &items[i];
  }
  return nullptr;
}

}  // namespace pressmark
