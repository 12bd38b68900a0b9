// Where the index keeps the names of each dimension, and under which form.
#pragma once

#include <string>
#include <string_view>

#include "common/index/schema.h"
#include "common/text/fold.h"
#include "common/text/language.h"
#include "searcher/results/dimension.h"

namespace pressmark {

struct DimensionFields {
  Field field;    // of the key terms
  unsigned slot;  // of the values
  std::string (*key)(std::string_view name);
};

inline constexpr ByDimension<DimensionFields> kDimensionFields{{{
    {.field = Field::category, .slot = slot::kCategories, .key = name_key},
    {.field = Field::author, .slot = slot::kAuthor, .key = name_key},
    {.field = Field::site, .slot = slot::kSite, .key = name_key},
    {.field = Field::language, .slot = slot::kLanguage, .key = primary_language},
}}};

}  // namespace pressmark
