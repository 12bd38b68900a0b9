// Raises the limit of open files.
#include "server/http/descriptor_limit.h"

#include <algorithm>
#include <sys/resource.h>

namespace pressmark {

std::size_t affordable_connections(std::size_t wanted, std::size_t others) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return wanted;
  auto const needed = wanted + others;
  if (limit.rlim_cur < needed) {
    limit.rlim_cur = std::min<rlim_t>(needed, limit.rlim_max);
    ::setrlimit(RLIMIT_NOFILE, &limit);
  }
  return limit.rlim_cur >= needed ? wanted
                                  : limit.rlim_cur - std::min<std::size_t>(others, limit.rlim_cur / 2);
}

}  // namespace pressmark
