// JSON as every presentation writes it: members in the order they are set, times as RFC 3339.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "common/base/time.h"

namespace pressmark {

using Json = nlohmann::ordered_json;

// `value` on one line for indent -1, else spread over lines. Bytes that are not UTF-8 come out
// as U+FFFD: an answer with a blemish serves better than none.
[[nodiscard]] std::string json_text(Json const& value, int indent = -1);

// null where there is no time.
[[nodiscard]] Json json_time(std::optional<Timestamp> time);

// null where there is no text.
[[nodiscard]] Json json_text_or_null(std::string const& text);

}  // namespace pressmark
