// How much memory the real server takes for a blog of ordinary size, once its cache is full.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <iostream>
#include <string>

#include "kept_connection.h"
#include "present/address/search_address.h"
#include "served_program.h"
#include "tests/support/scratch_folder.h"

namespace pressmark {
namespace {

constexpr std::size_t kMaxResidentBytes = std::size_t{24} << 20;
constexpr int kRequests = 3'000;

// Two words of a post each, so that most answers are new.
std::string query(int number) {
  static constexpr std::string_view kWords[] = {
      "file",    "model", "code", "design", "request", "error", "data",   "state",  "type",  "test", "system",
      "service", "path",  "team", "cache",  "user",    "time",  "thread", "memory", "build", "class"};
  auto const one = static_cast<std::size_t>(number) % std::size(kWords);
  auto const other = static_cast<std::size_t>(number) / std::size(kWords) % std::size(kWords);
  return std::string(kWords[one]) + " " + std::string(kWords[other]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(size)

BOOST_AUTO_TEST_CASE(the_server_of_one_blog_fits_in_24_megabytes) {
#ifdef __SANITIZE_ADDRESS__
  std::cout << "skipped: a sanitizer takes memory of its own\n";
  return;
#endif
  std::filesystem::path const feed = PRESSMARK_SOURCE_DIR "/../shared/feeds/field-notes.xml";
  if (!exists(feed)) {
    std::cout << "skipped: there is no " << feed << '\n';
    return;
  }
  ScratchFolder const folder;
  auto const store = folder.path() / "store";
  auto const indexed = run({PRESSMARK_PROGRAM, "--store", store.string(), "index", feed.string()});
  BOOST_REQUIRE_EQUAL(indexed.status, 0);
  ServedProgram server(store);
  KeptConnection connection(server.port());
  for (int i = 0; i < kRequests; ++i) {
    auto const* const path = i % 2 == 0 ? "/search" : "/api/search";
    auto const* const coding = i % 3 == 0 ? "Accept-Encoding: gzip\r\n" : "";
    auto const answer = connection.ask(std::string("GET ") + path + "?q=" + form_encoded(query(i / 2)) +
                                       " HTTP/1.1\r\nHost: a\r\n" + coding + "\r\n");
    BOOST_REQUIRE_EQUAL(answer.status, 200);
  }
  auto const resident = server.resident_bytes();
  std::cout << "resident after " << kRequests << " requests: " << resident / 1024 << " KB\n";
  BOOST_TEST(resident < kMaxResidentBytes);
  BOOST_TEST(server.stop().status == 0);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace pressmark
