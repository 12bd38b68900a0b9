// Builds the objects for health and version.
#include "present/json/service_json.h"

#include "present/json/json.h"

namespace pressmark {

std::string health_json(bool is_available) {
  return json_text({{"status", is_available ? "available" : "unavailable"}});
}

std::string version_json(std::string const& version) {
  return json_text({{"name", "pressmark"}, {"version", version}});
}

}  // namespace pressmark
