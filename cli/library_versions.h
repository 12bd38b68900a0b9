// `pressmark --version`: what Pressmark is built on.
#pragma once

#include <string>
#include <vector>

namespace pressmark {

// The libraries that decide on what is stored and found, each as "Xapian 1.4.22".
[[nodiscard]] std::vector<std::string> library_versions();

}  // namespace pressmark
