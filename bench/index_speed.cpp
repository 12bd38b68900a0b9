// What bringing an index up to date costs: a rebuild by one thread and by several, an update with
// nothing new, and one with a single changed post.
//
//   index_speed STORE [ROUNDS] [JOBS]
//
// Works on a copy of the store's archive beside it, so that STORE stays as it is. Rebuilds with one
// job and with JOBS (2) run in turn, each in a process of its own, which tells its peak memory. What
// else the machine does only adds time: of each kind the fastest run counts. A machine that is never
// idle gives a process no more processors for having more threads; there the processor times tell more: of
// the calling thread, which works while no other does, and of all threads.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <string>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <vector>

#include "bench/run_benchmark.h"
#include "indexer/archive/archive.h"
#include "indexer/write/index_writer.h"

using namespace pressmark;

namespace {

using Seconds = std::chrono::duration<double>;

constexpr int kUpdates = 25;

template <typename Work>
Seconds time_of(Work&& work) {
  auto const start = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - start;
}

// A store with a copy of another one's archive, beside it. Disappears.
class CopiedStore {
 public:
  explicit CopiedStore(StoreLayout const& original) : layout_{original.root.native() + ".index-speed"} {
    std::filesystem::create_directory(layout_.root);
    std::filesystem::copy_file(original.archive(), layout_.archive());
  }
  ~CopiedStore() {
    std::error_code ignored;
    std::filesystem::remove_all(layout_.root, ignored);
  }
  CopiedStore(CopiedStore const&) = delete;
  CopiedStore& operator=(CopiedStore const&) = delete;

  [[nodiscard]] StoreLayout const& layout() const { return layout_; }

 private:
  StoreLayout layout_;
};

struct Cost {
  Seconds wall{};
  Seconds processor{};  // of all threads
  Seconds caller{};     // processor time of the thread that called update_index()
  double peak_mib = 0;
};

Seconds seconds_of(timeval const& time) {
  return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
}

Seconds processor_time(int who) {
  rusage usage{};
  ::getrusage(who, &usage);
  return seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

// What the forked process does: rebuilds, and writes into `descriptor` what it took.
void rebuild_and_tell(StoreLayout const& layout, unsigned threads, int descriptor) {
  Archive const archive(layout.archive(), ArchiveAccess::read_only);
  Cost cost;
  cost.wall =
      time_of([&] { update_index(layout, archive, {.rebuild = Rebuild::always, .threads = threads}); });
  cost.processor = processor_time(RUSAGE_SELF);
  cost.caller = processor_time(RUSAGE_THREAD);
  rusage usage{};
  ::getrusage(RUSAGE_SELF, &usage);
  cost.peak_mib = static_cast<double>(usage.ru_maxrss) / 1024;
  ::_exit(::write(descriptor, &cost, sizeof cost) == sizeof cost ? 0 : 1);
}

Cost rebuild(StoreLayout const& layout, unsigned threads) {
  int ends[2] = {};
  if (::pipe(ends) != 0) throw Error(ErrorCode::internal, "no pipe can be made");
  auto const child = ::fork();
  if (child == -1) throw Error(ErrorCode::internal, "no process can be started");
  if (child == 0) rebuild_and_tell(layout, threads, ends[1]);
  ::close(ends[1]);
  Cost cost;
  auto const bytes = ::read(ends[0], &cost, sizeof cost);
  ::close(ends[0]);
  ::waitpid(child, nullptr, 0);
  if (bytes != sizeof cost) throw Error(ErrorCode::internal, "a rebuild failed");
  return cost;
}

// The time the rebuild would take with a processor for each thread.
Seconds on_free_processors(Cost const& cost, unsigned threads) {
  return cost.caller + (cost.processor - cost.caller) / threads;
}

void print(char const* name, std::vector<Cost> const& costs) {
  auto const fastest = std::ranges::min(costs, {}, &Cost::wall);
  auto const peak = std::ranges::max(costs, {}, &Cost::peak_mib).peak_mib;
  std::printf("%-8s fastest %7.2f s; processor %7.2f s, of which the caller %6.2f s; peak memory %4.0f MiB\n",
              name, fastest.wall.count(), fastest.processor.count(), fastest.caller.count(), peak);
}

void compare_rebuilds(StoreLayout const& layout, int rounds, unsigned threads) {
  std::vector<Cost> alone;
  std::vector<Cost> together;
  for (int round = 0; round < rounds; ++round) {
    alone.push_back(rebuild(layout, 1));
    together.push_back(rebuild(layout, threads));
    std::printf("round %d: %.2f s with 1 job, %.2f s with %u, ratio %.2f\n", round + 1,
                alone.back().wall.count(), together.back().wall.count(), threads,
                alone.back().wall / together.back().wall);
    std::fflush(stdout);
  }
  print("1 job", alone);
  print("more", together);
  auto const least = [](std::vector<Cost> const& costs) {
    return std::ranges::min(costs, {}, &Cost::processor);
  };
  std::printf("ratio by processor time, with a processor for each thread: %.2f\n",
              least(alone).processor / on_free_processors(least(together), threads));
  std::printf("ratio of the fastest %.2f\n", std::ranges::min(alone, {}, &Cost::wall).wall /
                                                 std::ranges::min(together, {}, &Cost::wall).wall);
}

void print(char const* name, std::vector<Seconds> times) {
  std::ranges::sort(times);
  std::printf("%-20s median %8.2f ms, longest %8.2f ms\n", name, times[times.size() / 2].count() * 1000,
              times.back().count() * 1000);
}

// Posts from all over the archive.
std::vector<Post> some_posts(Archive const& archive, std::size_t count) {
  std::vector<Post> posts;
  std::size_t seen = 0;
  auto const every = std::max<std::size_t>(archive.size() / count, 1);
  archive.visit_posts([&](ArchivedPost const& archived) {
    if (++seen % every == 0) posts.push_back(archived.post);
  });
  return posts;
}

void time_updates(StoreLayout const& layout) {
  Archive archive(layout.archive(), ArchiveAccess::read_write);
  std::vector<Seconds> without_news;
  std::vector<Seconds> with_one_post;
  auto const now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  for (auto& post : some_posts(archive, kUpdates)) {
    post.html += "<p>One more paragraph.</p>";
    archive.apply("index_speed", {&post, 1}, now);
    with_one_post.push_back(time_of([&] { update_index(layout, archive); }));
    without_news.push_back(time_of([&] { update_index(layout, archive); }));
  }
  print("nothing new", without_news);
  print("one changed post", with_one_post);
}

int run(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: index_speed STORE [ROUNDS] [JOBS]\n");
    return 2;
  }
  int const rounds = argc > 2 ? std::stoi(argv[2]) : 3;
  auto const threads = static_cast<unsigned>(argc > 3 ? std::stoul(argv[3]) : 2);
  CopiedStore const store(StoreLayout{argv[1]});
  compare_rebuilds(store.layout(), rounds, threads);
  time_updates(store.layout());
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return run_benchmark(run, argc, argv);
}
