// What the program says where nothing else can speak any more.
#pragma once

namespace pressmark {

// Ends the process with a message and the status of an internal error where std::terminate() would
// abort it: Xapian 1.4.22 calls it where a commit fails on a full disk and undoing it fails, too. The
// store is then as after a kill: as it was before the run. To be called once, before any thread.
void say_last_words();

}  // namespace pressmark
