// Which sources `pressmark reindex` is to read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "common/base/source.h"
#include "common/config/configured_job.h"

namespace pressmark {

// All of `configured`, in their order, where `names` is empty. Else those that a name means: their URL,
// path, or site. A name that means none is a source by itself if it is a web address or there is such
// a file. Each source comes once. Throws Error{usage} for other names, with the nearest one.
[[nodiscard]] std::vector<Source> select_sources(std::span<ConfiguredSource const> configured,
                                                 std::span<std::string const> names);

}  // namespace pressmark
