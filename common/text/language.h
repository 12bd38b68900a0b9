// Languages as the analyzer knows them.
#pragma once

#include <string>
#include <string_view>

namespace pressmark {

// The primary language subtag of a BCP 47 tag in lower case: "en-US" and "EN" give "en",
// "pt_BR" gives "pt"; empty for anything that is not a tag.
[[nodiscard]] std::string primary_language(std::string_view tag);

}  // namespace pressmark
