// A program that a library ends.
#include "cli/process/last_words.h"

#include <boost/test/unit_test.hpp>
#include <exception>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

using namespace pressmark;

BOOST_AUTO_TEST_SUITE(last_words)

BOOST_AUTO_TEST_CASE(a_program_that_terminates_says_what_to_do_and_fails) {
  int ends[2];
  BOOST_REQUIRE(::pipe(ends) == 0);
  auto const child = ::fork();
  if (child == 0) {
    ::dup2(ends[1], STDERR_FILENO);
    say_last_words();
    std::terminate();
  }
  ::close(ends[1]);
  std::string said(4096, '\0');
  auto const count = ::read(ends[0], said.data(), said.size());
  ::close(ends[0]);
  said.resize(static_cast<std::size_t>(count > 0 ? count : 0));
  int status = 0;
  BOOST_REQUIRE(::waitpid(child, &status, 0) == child);
  BOOST_TEST(WIFEXITED(status));
  BOOST_TEST(WEXITSTATUS(status) == 2);
  BOOST_TEST(said.starts_with("error: "), said);
  BOOST_TEST(said.find("\nhint: free some space") != std::string::npos, said);
}

BOOST_AUTO_TEST_SUITE_END()
