// JSON for tests: parsed once, and compiled once, in precompiled_json.cpp, for all that read it.
#pragma once

#include <nlohmann/json.hpp>

extern template class nlohmann::basic_json<>;
