#include "present/json/json.h"

namespace pressmark {

std::string json_text(Json const& value, int indent) {
  return value.dump(indent, ' ', false, Json::error_handler_t::replace);
}

Json json_time(std::optional<Timestamp> time) {
  return time ? Json(format_rfc3339(*time)) : Json(nullptr);
}

Json json_text_or_null(std::string const& text) {
  return text.empty() ? Json(nullptr) : Json(text);
}

}  // namespace pressmark
