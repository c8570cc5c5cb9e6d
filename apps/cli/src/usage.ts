/** What `roundtable help` prints. */
export const USAGE = `roundtable <command>

  import w3c FILE... [--json REPORT]     bring W3C/IRC meeting logs in, each as a closed meeting
                     [--people FILE]     a people.json with nicks and names, beside the logs or named here
                     [--account E-MAIL]  who finds them in their list; the first administrator when left out
  import json FILE... [--account E-MAIL] bring in meetings that were exported as JSON, ids kept
  export MEETING [--format md|json]      write a meeting to a file (or to the terminal)
                 [--out FILE] [--lang en|ru|ky]
  meetings                               list the meetings with their ids
  replay FILE [--speed 20] [--meeting ID] [--url URL]
                                         act a log out live in an open room, one client for each speaker
         [--outbox FOLDER]               keep there what is not acknowledged yet
  backup FILE [--passphrase-file FILE]   write everything to one file, also while servers run
  restore FILE [--passphrase-file FILE]  put a backup into an empty database, with every server stopped
               [--replace]               throw away what the database holds
  create-admin [E-MAIL [NAME]]           make a one-time set-up link for an administrator
  help                                   this page

It works on the data folder ROUNDTABLE_DATA_DIR (default ./data) or on DATABASE_URL, beside a running server or
without one. replay needs a running server.
`;
