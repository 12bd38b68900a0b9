// A record's fields as bytes, before compression.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/index/record.h"

namespace pressmark {

[[nodiscard]] std::string encode_fields(Record const& record);
// Nothing if `encoded` is not what encode_fields() gives.
[[nodiscard]] std::optional<Record> decode_fields(std::string_view encoded);

}  // namespace pressmark
