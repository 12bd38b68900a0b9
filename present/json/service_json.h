// What the server says about itself as JSON.
#pragma once

#include <string>

namespace pressmark {

// {"status":"available"} or "unavailable": whether searches can be answered.
[[nodiscard]] std::string health_json(bool is_available);

// {"name":"pressmark","version":"0.2.0"}
[[nodiscard]] std::string version_json(std::string const& version);

}  // namespace pressmark
